using ChatBot.Knowledge.Articles;
using ChatBot.Knowledge.Law;

namespace ChatBot.Knowledge.Tests.Law;

public class CatalogueTests
{
    private static readonly DateOnly Today = new(2026, 1, 1);

    [Fact]
    public void The_catalogue_knows_documents_by_number_and_their_articles()
    {
        var law = Some.Catalogue.Find("1/2020/qh1")!;

        Assert.True(law.Has("5"));
        Assert.True(law.Has("3a"));
        Assert.False(law.Has("6"));
        Assert.False(law.Has("0"));
        Assert.Null(Some.Catalogue.Find("9/9999/QH9"));
    }

    [Fact]
    public void A_document_holds_up_to_and_on_its_last_day()
    {
        var decree = Some.Catalogue.Find("2/2021/NĐ-CP")!;

        Assert.False(decree.InForceOn(new DateOnly(2020, 12, 31)));
        Assert.True(decree.InForceOn(new DateOnly(2025, 12, 31)));
        Assert.False(decree.InForceOn(new DateOnly(2026, 1, 1)));
    }

    [Fact]
    public void Mistakes_in_the_catalogue_are_told_with_their_lines()
    {
        var mistakes = new List<Mistake>();

        CatalogueReader.Read("_law/van-ban.yaml", "- so-hieu: 1/2020/QH1\n  ten: Luật\n  hieu-luc-tu: hôm qua\n- ten: Không số\n  hieu-luc-tu: 2020-01-01\n", mistakes);

        Assert.Equal(["_law/van-ban.yaml:3", "_law/van-ban.yaml:4"], mistakes.Select(it => $"{it.File}:{it.Line}"));
    }

    [Theory]
    [InlineData("Điều 1 Luật Thử 1/2020/QH1", "")]
    [InlineData("Điều 3a Luật Thử 1/2020/QH1", "")]
    [InlineData("Điều 6 Luật Thử 1/2020/QH1", "không có Điều 6")]
    [InlineData("Điều 1 Luật Khác 1/2020/QH1", "tên là 'Luật Thử'")]
    [InlineData("Luật Thử 1/2020/QH1", "cần nêu số điều")]
    [InlineData("Điều 1 Luật Thử 8/2020/QH1", "không có trong _law/van-ban.yaml")]
    [InlineData("Điều 1 Nghị định 2/2021/NĐ-CP", "hết hiệu lực từ 1/1/2026, thay bằng 3/2026/NĐ-CP")]
    public void A_citation_must_be_in_the_catalogue(string citation, string message)
    {
        var article = Some.Article with { Citations = [Citation.Parse(citation)!], Source = $"---\ncan-cu:\n  - {citation}\n---\n" };

        var mistakes = CitationRules.Check(article, Some.Catalogue, Today);

        if (message.Length == 0)
            Assert.Empty(mistakes);
        else
            Assert.Contains(message, Assert.Single(mistakes, it => it.Line == 3).Message);
    }

    [Fact]
    public void An_article_about_an_old_rule_may_rest_on_an_old_decree()
    {
        var old = Some.Article with { Citations = [Citation.Parse("Điều 1 Nghị định 2/2021/NĐ-CP")!], InForceUntil = new DateOnly(2025, 12, 31) };

        Assert.Empty(CitationRules.Check(old, Some.Catalogue, Today));
    }
}
