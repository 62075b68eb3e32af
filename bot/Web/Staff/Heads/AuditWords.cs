using ChatBot.Web.Conversations.Cases;
using ChatBot.Web.Data.Rows;

namespace ChatBot.Web.Staff.Heads;

/// <summary>The trail in words.</summary>
internal static class AuditWords
{
    private static readonly Dictionary<string, string> Deeds = new()
    {
        ["opened"] = "mở xem",
        ["opened-other-unit"] = "mở xem việc của đơn vị khác",
        ["took"] = "nhận",
        ["took-over"] = "nhận thay",
        ["passed"] = "chuyển cho đồng nghiệp",
        ["passed-to-unit"] = "chuyển cho đơn vị",
        ["ended"] = "kết thúc",
        ["left-to-bot"] = "trả lại cho bot",
        ["set-employer"] = "ghi nơi làm việc của người lao động",
        ["returned"] = "trả lại hàng chờ",
        ["answered"] = "trả lời",
        ["noted"] = "ghi chú nội bộ",
        ["sent-again"] = "gửi lại tin",
        ["offered-again"] = "mời nhận lại vì để lâu",
        ["duty-added"] = "thêm vào lịch trực",
        ["duty-removed"] = "bỏ khỏi lịch trực",
        ["unit-added"] = "thêm đơn vị",
        ["unit-changed"] = "sửa đơn vị",
        ["renamed"] = "đổi tên hiển thị",
        ["password-changed"] = "đổi mật khẩu",
        ["two-step-on"] = "bật đăng nhập hai bước",
        ["two-step-codes"] = "tạo mã dự phòng mới",
        ["two-step-off"] = "tắt đăng nhập hai bước",
        ["two-step-reset"] = "đặt lại đăng nhập hai bước của",
        ["signed-out-everywhere"] = "đăng xuất mọi nơi",
        ["account-shut"] = "ngừng tài khoản",
        ["account-opened"] = "mở lại tài khoản",
        ["reminder-acknowledged"] = "đã biết lời nhắc",
        ["push-on"] = "bật thông báo trên một máy",
        ["push-off"] = "tắt thông báo trên một máy",
        ["staff-assigned"] = "xếp đơn vị, nơi làm việc của cán bộ",
    };

    /// <summary>What a later program writes and this one does not know stands there as it is.</summary>
    public static string Deed(string what) => Deeds.GetValueOrDefault(what, what);

    /// <summary>Ids of colleagues as their names, results and sittings as people say them.</summary>
    public static string Detail(string detail, IReadOnlyDictionary<string, string> names) =>
        string.Join(' ', detail.Split(' ').Select(it => names.GetValueOrDefault(it) ?? Word(it)));

    private static string Word(string word) => word switch
    {
        "Morning" => "buổi sáng",
        "Afternoon" => "buổi chiều",
        nameof(ReminderKind.FirstAnswer) => "trả lời lần đầu",
        nameof(ReminderKind.End) => "hạn kết thúc",
        nameof(ReminderKind.FollowUp) => "hỏi lại phiếu chuyển",
        _ when OfficeDay.Read(word) is { } day => OfficeDay.Say(day),
        [>= 'A' and <= 'Z', ..] when Enum.TryParse<CaseResult>(word, out var result) => CaseResults.Say(result),
        _ => word,
    };
}
