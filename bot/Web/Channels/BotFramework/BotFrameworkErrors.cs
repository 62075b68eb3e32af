namespace ChatBot.Web.Channels.BotFramework;

/// <summary>What an error of the Connector means for the message, decided on the status and the code and never on the wording.</summary>
public static class BotFrameworkErrors
{
    /// <param name="retryAfter">What the channel asked for, when it did.</param>
    public static Delivery Read(int status, string body, TimeSpan? retryAfter)
    {
        var code = Code(body);
        var mark = code is null ? $"Azure Bot {status}" : $"Azure Bot {status}, mã {code}";
        return status switch
        {
            401 => new Delivery.Reconnect($"Azure Bot không nhận mã truy cập, cần kiểm tra BotFramework:AppPassword ({mark})."),
            403 => new Delivery.Refused($"Người này hiện không nhận tin từ bot ({mark})."),
            404 or 410 => new Delivery.Refused($"Cuộc trò chuyện không còn ở kênh này ({mark})."),
            413 => new Delivery.Refused($"Tin quá dài cho kênh này ({mark})."),
            429 => new Delivery.TryLater(retryAfter ?? TimeSpan.FromSeconds(30), $"Azure Bot đang giới hạn số tin ({mark})."),
            // The last: somebody else wrote in the same conversation at the same moment.
            408 or 412 or >= 500 => new Delivery.TryLater(retryAfter ?? TimeSpan.FromSeconds(15), $"Azure Bot tạm lỗi ({mark})."),
            _ => new Delivery.Refused($"Azure Bot từ chối tin này ({mark})."),
        };
    }

    // { "error": { "code": "BotNotInConversationRoster", "message": "…" } }
    private static string? Code(string body) =>
        JsonReading.In(body, null, root => root.Member("error")?.Text("code") is { Length: > 0 and <= 100 } code ? code : null);
}
