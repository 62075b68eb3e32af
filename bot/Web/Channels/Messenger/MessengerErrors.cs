namespace ChatBot.Web.Channels.Messenger;

/// <summary>What an error of the Send API means for the message, decided on code and subcode and never on the wording.</summary>
public static class MessengerErrors
{
    /// <param name="retryAfter">What the platform asked for, when it did.</param>
    public static Delivery Read(int status, string body, TimeSpan? retryAfter = null)
    {
        var (code, subcode, transient) = Code(body);
        var mark = $"Messenger {status}, mã {code}{(subcode == 0 ? "" : $"/{subcode}")}";
        return (code, subcode) switch
        {
            (10, 2018278 or 2534022 or 2018065) => new Delivery.OutsideWindow($"Đã quá hạn trả lời người này trên Messenger ({mark})."),
            (190, _) => new Delivery.Reconnect($"Mã truy cập Trang không còn dùng được, cần kết nối lại ({mark})."),
            (368 or 2022, _) or (10, 1893063) => new Delivery.Reconnect($"Meta đang hạn chế Trang này, cần xem thông báo của Trang ({mark})."),
            (613, 2018338) => new Delivery.Refused($"Meta cảnh báo Trang gửi quá nhiều ({mark})."),
            (2018300, _) or (_, 2018300) => new Delivery.Refused($"Hộp thư Trang hoặc ứng dụng khác đang giữ cuộc trò chuyện này ({mark})."),
            (4 or 17 or 32 or 613 or 80006, _) => new Delivery.TryLater(retryAfter ?? TimeSpan.FromMinutes(1), $"Messenger đang giới hạn số tin ({mark})."),
            (1 or 2 or 1200, _) or (_, 2018321) => new Delivery.TryLater(retryAfter ?? TimeSpan.FromSeconds(30), $"Messenger tạm lỗi ({mark})."),
            (551, _) or (200, _) or (230, _) or (100, 2018001) or (10, 2018108) => new Delivery.Refused($"Người này hiện không nhận tin từ Trang ({mark})."),
            (100, 2018047 or 2018074 or 2018109 or 2018294) => new Delivery.Refused($"Messenger không nhận tệp này ({mark})."),
            _ when transient || status == 429 || status >= 500 => new Delivery.TryLater(retryAfter ?? TimeSpan.FromSeconds(30), $"Messenger tạm lỗi ({mark})."),
            _ => new Delivery.Refused($"Messenger từ chối tin này ({mark})."),
        };
    }

    // { "error": { "message": "…", "code": 10, "error_subcode": 2018278, "is_transient": false, "fbtrace_id": "…" } }
    private static (int Code, int Subcode, bool Transient) Code(string body) => JsonReading.In(body, default, root => root.Member("error") is { } error
        ? (Number(error.Text("code")), Number(error.Text("error_subcode")), error.Flag("is_transient"))
        : default);

    private static int Number(string? digits) => int.TryParse(digits, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;
}
