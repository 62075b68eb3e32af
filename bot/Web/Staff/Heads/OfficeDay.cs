using System.Globalization;
using ChatBot.Talk.Handoff;

namespace ChatBot.Web.Staff.Heads;

/// <summary>Days as these pages read and say them.</summary>
internal static class OfficeDay
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public static DateOnly Of(TimeProvider time) => OfficeHours.DayOf(time.GetUtcNow());

    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <summary>As a date field of a form sends it; null: it is none, or so far away that no calendar is meant.</summary>
    public static DateOnly? Read(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and < 2200 ? day : null;

    public static string Field(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    public static string Say(DateOnly day) => day.ToString("d'/'M'/'yyyy", CultureInfo.InvariantCulture);

    /// <summary>"Thứ Hai, 23/11".</summary>
    public static string SayWeekday(DateOnly day)
    {
        var text = day.ToString("dddd, d'/'M", Vietnamese);
        return char.ToUpper(text[0], Vietnamese) + text[1..];
    }

    /// <summary>"14:05:09 23/11/2026".</summary>
    public static string Moment(DateTimeOffset moment) => moment.ToOffset(OfficeHours.Offset).ToString("HH:mm:ss d'/'M'/'yyyy", CultureInfo.InvariantCulture);
}
