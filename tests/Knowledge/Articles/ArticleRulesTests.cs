using ChatBot.Knowledge.Articles;

namespace ChatBot.Knowledge.Tests.Articles;

public class ArticleRulesTests
{
    [Fact]
    public void A_good_article_breaks_no_rule() => Assert.Empty(ArticleRules.Check(Some.Article));

    [Fact]
    public void A_name_with_accents_or_capitals_is_told() => Assert.Single(ArticleRules.NameIsPlain(Some.Article with { Id = "Báo-trước" }));

    [Fact]
    public void A_long_title_is_told_on_its_line()
    {
        var mistake = Assert.Single(ArticleRules.TitleIsShort(Some.Article with { Title = new string('a', 81) }));

        Assert.Equal("nghi-viec/bao-truoc.md:2: tiêu đề dài 81 ký tự, nhiều nhất 80", mistake.ToString());
    }

    [Theory]
    [InlineData(7), InlineData(21)]
    public void Too_few_and_too_many_questions_are_told(int count) =>
        Assert.Single(ArticleRules.QuestionsAreEnough(Some.Article with { Questions = [.. Enumerable.Range(0, count).Select(it => $"câu {it}")] }));

    [Fact]
    public void The_same_question_in_other_case_is_the_same() =>
        Assert.Single(ArticleRules.NoQuestionTwice(Some.Article with { Questions = ["Nghỉ hoà giải?", "nghỉ hòa giải"] }));

    [Fact]
    public void An_article_without_a_source_of_law_is_told() => Assert.Single(ArticleRules.CitesSomething(Some.Article with { Citations = [] }));

    [Theory]
    [InlineData("lien-he", null), InlineData("an-toan", "Cần người thật.")]
    public void Contacts_and_matters_for_a_person_need_none(string area, string? sensitive) =>
        Assert.Empty(ArticleRules.CitesSomething(Some.Article with { Citations = [], Area = area, Sensitive = sensitive }));

    [Fact]
    public void An_end_before_the_beginning_is_told() =>
        Assert.Single(ArticleRules.DaysAreInOrder(Some.Article with { InForceUntil = new DateOnly(2020, 12, 31) }));

    [Theory]
    [InlineData(0, 1), InlineData(1, 0), InlineData(400, 0), InlineData(401, 1)]
    public void An_answer_has_up_to_400_characters(int length, int mistakes) =>
        Assert.Equal(mistakes, ArticleRules.AnswerIsThere(Some.Article with { Answer = new string('a', length) }).Count());

    [Fact]
    public void An_answer_does_not_begin_with_the_law() => Assert.Single(ArticleRules.AnswerIsPlain(Some.Article with { Answer = "Theo quy định của pháp luật, bạn được nghỉ." }));

    [Theory]
    [InlineData("| a | b |"), InlineData("[đây](x)"), InlineData("<b>đậm</b>"), InlineData("xem https://a.vn")]
    public void Tables_links_and_html_are_told(string line)
    {
        var mistake = Assert.Single(ArticleRules.MarkdownIsSimple(Some.Article with { Source = $"---\ntieu-de: a\n---\n{line}" }));

        Assert.Equal(4, mistake.Line);
    }

    [Fact]
    public void Letters_taken_apart_are_told_with_their_line()
    {
        var mistake = Assert.Single(ArticleRules.LettersAreComposed(Some.Article with { Source = "---\nnghi\u0309\n---" }));

        Assert.Equal(2, mistake.Line);
    }

    [Fact]
    public void What_should_have_been_verified_by_today_is_told()
    {
        var article = Some.Article with { VerifyBy = new DateOnly(2026, 12, 31) };

        Assert.Empty(ArticleRules.StillVerified(article, new DateOnly(2026, 12, 31)));
        Assert.Single(ArticleRules.StillVerified(article, new DateOnly(2027, 1, 1)));
    }

    [Fact]
    public void Names_neighbours_and_questions_are_checked_over_all_articles()
    {
        var one = Some.Article;
        var same = one with { Area = "khac", Related = ["khong-co"] };

        var told = ArticleRules.CheckAll([one, same]).Select(it => it.Message).ToList();

        Assert.Contains("tên 'bao-truoc' đã có ở nghi-viec/bao-truoc.md", told);
        Assert.Contains("bài liên quan 'khong-co' không có", told);
        Assert.Contains("câu hỏi 'báo trước 45 ngày' đã có ở nghi-viec/bao-truoc.md", told);
    }
}
