using ChatBot.Talk.Handoff;
using ChatBot.Web.Conversations.Cases;
using ChatBot.Web.Data.Rows;
using ChatBot.Web.Reading;

namespace ChatBot.Web.Staff.Heads;

/// <summary>The trail in words.</summary>
internal static class AuditWords
{
    private static readonly Dictionary<string, string> Deeds = new()
    {
        ["opened"] = "mở xem",
        ["opened-other-unit"] = "mở xem việc của đơn vị khác",
        ["exported-transcript"] = "tải bản ghi",
        ["took"] = "nhận",
        ["took-over"] = "nhận thay",
        ["passed"] = "chuyển cho đồng nghiệp",
        ["passed-to-unit"] = "chuyển cho đơn vị",
        ["ended"] = "kết thúc",
        ["left-to-bot"] = "trả lại cho bot",
        ["set-area"] = "xếp lĩnh vực",
        ["set-urgent"] = "đánh dấu việc khẩn",
        ["set-not-urgent"] = "bỏ dấu việc khẩn",
        ["set-claim"] = "tính thời hiệu",
        ["labelled"] = "thêm nhãn",
        ["unlabelled"] = "bỏ nhãn",
        ["referred"] = "lập phiếu chuyển",
        ["opened-referral"] = "tải phiếu chuyển số",
        ["set-employer"] = "ghi nơi làm việc của người lao động",
        ["linked-person"] = "ghi cùng một người với cuộc",
        ["unlinked-person"] = "bỏ ghi cùng một người với cuộc",
        ["returned"] = "trả lại hàng chờ",
        ["answered"] = "trả lời",
        ["noted"] = "ghi chú nội bộ",
        ["sent-again"] = "gửi lại tin số",
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
        ["first-head"] = "tạo tài khoản trưởng ban đầu tiên",
        ["invited"] = "mời vào làm",
        ["link-made"] = "tạo liên kết đặt mật khẩu cho",
        ["password-set"] = "đặt mật khẩu bằng liên kết",
        ["locked-out"] = "tạm khóa vì nhập sai nhiều lần",
        ["channel-connected"] = "kết nối kênh",
        ["staff-assigned"] = "xếp đơn vị, nơi làm việc của cán bộ",
    };

    /// <summary>What a later program writes and this one does not know stands there as it is.</summary>
    public static string Deed(string what) => Deeds.GetValueOrDefault(what, what);

    /// <summary>Ids of colleagues, teams and labels as their names, areas, results and sittings as people say them.</summary>
    public static string Detail(AuditRow row, IReadOnlyDictionary<string, string> names, AuditThings things) =>
        string.Join(' ', row.Detail!.Split(' ').Select(it => names.GetValueOrDefault(it) ?? Thing(row.What, it, things) ?? Word(it)));

    private static string? Thing(string what, string word, AuditThings things) => what switch
    {
        "unit-added" or "unit-changed" or "passed-to-unit" or "staff-assigned" => things.Units.GetValueOrDefault(word),
        "unlabelled" => things.Labels.GetValueOrDefault(word),
        "set-area" => Areas.Name(word),
        "set-claim" when Enum.TryParse<ClaimKind>(word, out var kind) => kind == ClaimKind.Individual ? "tranh chấp cá nhân" : "tranh chấp tập thể về quyền",
        "referred" when Enum.TryParse<ReferralKind>(word, out var kind) => ReferralSheet.Say(kind),
        _ => null,
    };

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
