namespace ChatBot.Knowledge.Tests.Articles;

public class ArticleTests
{
    [Theory]
    [InlineData("2026-11-26", "2026-11-26")]
    [InlineData("2027-02-01", "2026-12-31")]
    [InlineData("2025-05-01", "2026-01-01")]
    public void An_old_rule_is_shown_with_the_numbers_of_its_last_day_and_a_coming_one_with_those_of_its_first(string today, string shown)
    {
        var article = Shared.Shipped.Articles[0] with { InForceFrom = new DateOnly(2026, 1, 1), InForceUntil = new DateOnly(2026, 12, 31) };

        Assert.Equal(DateOnly.Parse(shown, null), article.DayFor(DateOnly.Parse(today, null)));
    }
}
