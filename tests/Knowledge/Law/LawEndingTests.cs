using ChatBot.Knowledge.Articles;
using ChatBot.Knowledge.Law;

namespace ChatBot.Knowledge.Tests.Law;

public class LawEndingTests
{
    private static readonly DateOnly Today = new(2026, 11, 26);

    private static readonly LawCatalogue Laws = new(
    [
        new LawDocument("1/2020/QH1", "Luật Thử", "Luật Thử", new DateOnly(2020, 1, 1)),
        new LawDocument("2/2021/NĐ-CP", "Nghị định", "Cũ", new DateOnly(2021, 1, 1)) { InForceUntil = new DateOnly(2026, 8, 31), ReplacedBy = "3/2026/NĐ-CP", LastArticle = 9 },
        new LawDocument("4/2021/NĐ-CP", "Nghị định", "Sắp hết", new DateOnly(2021, 1, 1)) { InForceUntil = new DateOnly(2027, 1, 25), LastArticle = 9 },
        new LawDocument("5/2021/NĐ-CP", "Nghị định", "Còn lâu", new DateOnly(2021, 1, 1)) { InForceUntil = new DateOnly(2027, 1, 26), LastArticle = 9 },
    ]);

    private static readonly IReadOnlyList<Article> Articles =
    [
        Citing("con-dung", "2/2021/NĐ-CP", null),
        Citing("con-dung-den-sau-nay", "2/2021/NĐ-CP", new DateOnly(2026, 9, 1)),
        Citing("da-het", "2/2021/NĐ-CP", new DateOnly(2026, 8, 31)),
        Citing("sap-het", "4/2021/NĐ-CP", null),
        Citing("biet-ngay-het", "4/2021/NĐ-CP", new DateOnly(2027, 1, 25)),
        Citing("con-lau", "5/2021/NĐ-CP", null),
    ];

    [Fact]
    public void Every_article_that_outlives_its_decree_is_told_with_file_and_line() => Assert.Equal(
        ["thu/con-dung.md:3", "thu/con-dung-den-sau-nay.md:3"],
        Articles.SelectMany(it => CitationRules.Check(it, Laws, Today)).Select(it => $"{it.File}:{it.Line}"));

    [Fact]
    public void Each_document_that_is_over_has_one_line_and_what_ends_within_sixty_days_is_told_ahead() => Assert.Equal(
        [
            "Đã hết hiệu lực: Nghị định 2/2021/NĐ-CP từ 1/9/2026, thay bằng 3/2026/NĐ-CP: 2 bài phải sửa.",
            "Sắp hết hiệu lực: Nghị định 4/2021/NĐ-CP từ 26/1/2027: 1 bài cần sửa trước ngày đó (thu/sap-het.md).",
        ],
        LawEndings.Of(Articles, Laws, Today).Select(it => it.ToString()));

    [Fact]
    public void What_soon_ends_is_no_mistake_yet() => Assert.Empty(CitationRules.Check(Articles[3], Laws, Today));

    [Fact]
    public void Who_says_what_replaces_a_document_must_say_when()
    {
        var mistakes = new List<Mistake>();

        CatalogueReader.Read("_law/van-ban.yaml", "- so-hieu: 1/2020/QH1\n  ten: Luật\n  hieu-luc-tu: 2020-01-01\n  thay-boi: 2/2026/QH2\n", mistakes);

        Assert.Equal("_law/van-ban.yaml:4: có 'thay-boi:' thì cần 'hieu-luc-den:' (ngày cuối cùng còn hiệu lực)", Assert.Single(mistakes).ToString());
    }

    private static Article Citing(string id, string law, DateOnly? until)
    {
        var citation = Citation.Parse($"Điều 1 Nghị định {law}")!;
        return Some.ArticleOf(id, id, "Câu.") with { Citations = [citation], InForceUntil = until, Source = $"---\ncan-cu:\n  -  Điều 1  Nghị định {law}\n---\n" };
    }
}
