using ChatBot.Web.Advisors;
using ChatBot.Web.Data.Rows;

namespace ChatBot.Web.Tests.Advisors;

public sealed class DeskWordsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(7));

    [Theory]
    [InlineData(0, "vừa đến"), InlineData(59, "vừa đến"), InlineData(60, "chờ 1 phút"), InlineData(12 * 60, "chờ 12 phút"), InlineData(3600, "chờ 1 giờ")]
    [InlineData(3600 * 3 + 60 * 5, "chờ 3 giờ 5 phút"), InlineData(86399, "chờ 23 giờ 59 phút"), InlineData(86400, "chờ 1 ngày"), InlineData(86400 * 9, "chờ 9 ngày")]
    public void A_wait_is_said_in_the_unit_that_matters(int seconds, string words) =>
        Assert.Equal(words, DeskWords.Waits(Now.AddSeconds(-seconds), Now));

    [Theory]
    [InlineData("2026-11-22T17:00:00Z", "00:00", "Hôm nay"), InlineData("2026-11-22T16:59:59Z", "hôm qua", "Hôm qua")]
    [InlineData("2026-11-20T03:00:00Z", "20/11", "Thứ Sáu, 20/11/2026"), InlineData("2025-12-31T03:00:00Z", "31/12/2025", "Thứ Tư, 31/12/2025")]
    public void A_day_begins_at_midnight_in_viet_nam(string moment, string brief, string day)
    {
        var at = DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(brief, DeskWords.Brief(at, Now));
        Assert.Equal(day, DeskWords.Day(DeskWords.DayOf(at), Now));
    }

    [Theory, InlineData(null, "7531902468", "Người lao động …2468"), InlineData(null, "an", "Người lao động an"), InlineData("Lê Thị Mai", "7531902468", "Lê Thị Mai")]
    public void Somebody_without_a_name_is_known_by_the_end_of_their_id(string? name, string person, string words) =>
        Assert.Equal(words, DeskWords.Person(new ConversationRow { Id = "x", Channel = "messenger", Page = "1", Person = person, Name = name }));
}
