using ChatBot.Web.Data.Rows;

namespace ChatBot.Web.Staff.Reminders;

/// <summary>What a reminder says: the number, the kind and the time left, nothing of any person. It is read on locked screens.</summary>
internal static class ReminderWords
{
    public static string Title(Reminded about) => $"Vụ {about.Case.Number}";

    /// <summary>All that somebody is told at once, hot spots first: with the lines of one mail, not with many mails.</summary>
    /// <param name="matters">Each with the time on duty that is left.</param>
    public static Notice Notice(StaffMember to, IReadOnlyList<(Reminded About, TimeSpan Left)> matters)
    {
        if (matters is [var (about, left)])
            return new Notice(to, Title(about), [Text(about, left)]);
        var hot = matters.Count(it => it.About.IsHot);
        return new Notice(to, $"{matters.Count} vụ đến hạn{(hot > 0 ? $", {hot} vụ KHẨN" : "")}",
            [.. matters.OrderByDescending(it => it.About.IsHot).ThenBy(it => it.About.Case.Number, StringComparer.Ordinal).Select(it => $"{Title(it.About)}: {Text(it.About, it.Left)}")]);
    }

    /// <param name="left">Time on duty.</param>
    public static string Text(Reminded about, TimeSpan left) => (about.IsHot ? "KHẨN: " : "") + (about.Kind switch
    {
        ReminderKind.FirstAnswer when left < TimeSpan.Zero => $"quá hẹn trả lời lần đầu {Say(-left)}",
        ReminderKind.FirstAnswer => $"còn {Say(left)} để trả lời lần đầu",
        ReminderKind.End when left < TimeSpan.Zero => $"quá hạn kết thúc {Say(-left)}",
        ReminderKind.End => $"còn {Say(left)} đến hạn kết thúc",
        _ => "đến ngày hỏi lại cơ quan đã nhận phiếu chuyển",
    });

    private static string Say(TimeSpan span)
    {
        var (hours, minutes) = ((int)span.TotalHours, span.Minutes);
        return (hours, minutes) switch
        {
            (0, 0) => "dưới 1 phút",
            (0, _) => $"{minutes} phút",
            (_, 0) => $"{hours} giờ",
            _ => $"{hours} giờ {minutes} phút",
        };
    }
}
