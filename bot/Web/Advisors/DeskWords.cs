using System.Globalization;
using ChatBot.Talk.Handoff;
using ChatBot.Web.Channels;
using ChatBot.Web.Conversations;
using ChatBot.Web.Data.Rows;

namespace ChatBot.Web.Advisors;

/// <summary>How the desk says times, channels and people. Pure; moments are read on Vietnamese clocks.</summary>
public static class DeskWords
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public static string Channel(string name) => ChannelNames.Of(name);

    /// <summary>The name the platform gave, or the end of the person's id: enough to tell two apart.</summary>
    public static string Person(ConversationRow conversation) =>
        conversation.Name is { Length: > 0 } name ? name : $"Người lao động {Tail(conversation.Person)}";

    /// <summary>"dưới 1 phút", "12 phút", "3 giờ 5 phút", "2 ngày".</summary>
    public static string Long(TimeSpan span) => span switch
    {
        { TotalMinutes: < 1 } => "dưới 1 phút",
        { TotalHours: < 1 } => $"{span.Minutes} phút",
        { TotalDays: < 1, Minutes: 0 } => $"{span.Hours} giờ",
        { TotalDays: < 1 } => $"{span.Hours} giờ {span.Minutes} phút",
        _ => $"{span.Days} ngày",
    };

    public static string Waits(DateTimeOffset since, DateTimeOffset now) =>
        now - since < TimeSpan.FromMinutes(1) ? "vừa đến" : $"chờ {Long(now - since)}";

    /// <summary>The time of today, the day of earlier ones: "14:05", "hôm qua", "21/11", "21/11/2025".</summary>
    public static string Brief(DateTimeOffset moment, DateTimeOffset now)
    {
        var (local, today) = (Local(moment), Local(now));
        return (today.Date - local.Date).Days switch
        {
            0 => Clock(moment),
            1 => "hôm qua",
            _ when local.Year == today.Year => local.ToString("d'/'M", Vietnamese),
            _ => local.ToString("d'/'M'/'yyyy", Vietnamese),
        };
    }

    public static string Clock(DateTimeOffset moment) => Local(moment).ToString("HH:mm", Vietnamese);

    /// <summary>"14:05 ngày 23/11/2026".</summary>
    public static string Moment(DateTimeOffset moment) => Local(moment).ToString("HH:mm 'ngày' d'/'M'/'yyyy", Vietnamese);

    /// <summary>The line between two days: "Hôm nay", "Hôm qua", "Thứ Hai, 23/11/2026".</summary>
    public static string Day(DateOnly day, DateTimeOffset now)
    {
        var text = day.ToString("dddd, d'/'M'/'yyyy", Vietnamese);
        return (DayOf(now).DayNumber - day.DayNumber) switch { 0 => "Hôm nay", 1 => "Hôm qua", _ => char.ToUpper(text[0], Vietnamese) + text[1..] };
    }

    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(Local(moment));

    /// <summary>"Lan đang viết…, Hùng đang đọc"; empty: nobody.</summary>
    public static string Present(IEnumerable<Present> people) =>
        string.Join(", ", people.OrderByDescending(it => it.IsTyping).Select(it => it.IsTyping ? $"{it.Name} đang viết…" : $"{it.Name} đang đọc"));

    /// <summary>For attributes that machines read.</summary>
    public static string Iso(DateTimeOffset moment) => moment.ToOffset(OfficeHours.Offset).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private static DateTime Local(DateTimeOffset moment) => moment.ToOffset(OfficeHours.Offset).DateTime;

    private static string Tail(string id) => id.Length <= 4 ? id : "…" + id[^4..];
}
