using System.Net;
using ChatBot.Talk.Handoff;

namespace ChatBot.Web.Channels.Zalo;

/// <summary>What Zalo's answer means for the message, decided on its code and never on the wording.</summary>
public static class ZaloErrors
{
    private const int MostTries = 3;

    /// <summary>Zalo lets nobody write between 22:00 and this hour, where it does so at all.</summary>
    private const int OpensAt = 6;

    /// <summary>The access token is dead, and a new one helps.</summary>
    public static bool IsDeadToken(int code) => code is -216 or -220 or -124;

    /// <summary>This kind of message is not taken; the same in plain words may be.</summary>
    public static bool IsUnfitKind(int code) => code is -201 or -233;

    public static Delivery Read(ZaloAnswer answer, DateTimeOffset now) => answer.IsFine ? Sent(answer) : Refusal(answer, $"Zalo {(int)answer.Status}, mã {answer.Error}", now);

    private static Delivery Refusal(ZaloAnswer answer, string mark, DateTimeOffset now) => answer.Error switch
    {
        0 when answer.Status == HttpStatusCode.TooManyRequests || answer.Status >= HttpStatusCode.InternalServerError => new Delivery.TryLater(TimeSpan.FromSeconds(30), $"Zalo tạm lỗi ({mark})."),
        0 when answer.Status == HttpStatusCode.OK => new Delivery.Unknown($"Zalo trả lời không rõ ({mark})."),
        -32 => new Delivery.TryLater(TimeSpan.FromMinutes(1), $"Zalo đang giới hạn số tin ({mark})."),
        -200 => new Delivery.TryLater(TimeSpan.FromSeconds(30), $"Zalo tạm lỗi ({mark}).") { MostTries = MostTries },
        -133 or -234 => new Delivery.TryLater(UntilOpen(now), $"Zalo không cho gửi vào giờ này ({mark})."),
        -218 => new Delivery.OutsideWindow($"Tài khoản Zalo đã hết số tin được nhắn tới người này; chờ họ nhắn lại ({mark}).") { MessagesLeft = 0 },
        -211 or -144 or -147 => new Delivery.OutsideWindow($"Tài khoản Zalo đã hết số tin của gói; mua thêm tin rồi gửi lại, hoặc chờ người này nhắn ({mark})."),
        -230 => new Delivery.OutsideWindow($"Đã quá 7 ngày từ tin cuối của người này nên Zalo không cho nhắn ({mark})."),
        -232 => new Delivery.OutsideWindow($"Người này chưa nhắn cho tài khoản Zalo nên chưa nhắn được ({mark})."),
        -213 or -217 or -227 or -244 => new Delivery.Refused($"Người này hiện không nhận tin từ tài khoản Zalo ({mark})."),
        -100 or -210 => new Delivery.Refused($"Zalo không nhận tệp này ({mark})."),
        -248 => new Delivery.Refused($"Zalo cho rằng tin này vi phạm quy định của họ ({mark})."),
        -216 or -220 or -124 or -14002 or -14003 => new Delivery.Reconnect($"Zalo không còn nhận mã truy cập, cần kết nối lại ({mark})."),
        -224 => new Delivery.Reconnect($"Gói dịch vụ của tài khoản Zalo không cho gửi tin qua ứng dụng, cần nâng gói ({mark})."),
        -221 => new Delivery.Reconnect($"Tài khoản Zalo chưa được xác thực nên chưa gửi được ({mark})."),
        -204 or -205 or -209 or -212 or -219 or -223 or -235 or -242 or -320 or -321 => new Delivery.Reconnect($"Zalo không cho ứng dụng gửi thay tài khoản, cần xem trang quản lý Zalo ({mark})."),
        _ => new Delivery.Refused($"Zalo từ chối tin này ({mark})."),
    };

    // { "message_id": "z9", "quota": { "quota_type": "reply", "remain": "7", "total": "8" } }
    private static Delivery.Done Sent(ZaloAnswer answer)
    {
        var quota = answer.Data?.Member("quota");
        var left = ZaloApi.Number(quota?.Text("remain"));
        // After the last free reply the next one may still go, out of a package; whether there is one only its own answer tells.
        return new Delivery.Done(answer.Data?.Id("message_id")) { MessagesLeft = left == 0 ? null : left };
    }

    private static TimeSpan UntilOpen(DateTimeOffset now)
    {
        var local = now.ToOffset(OfficeHours.Offset);
        var opens = new DateTimeOffset(local.Date, OfficeHours.Offset).AddHours(OpensAt);
        return (opens > local ? opens : opens.AddDays(1)) - local;
    }
}
