using System.Text;
using ChatBot.Knowledge.Law;
using ChatBot.Knowledge.Search;

namespace ChatBot.Knowledge.Tests.Search;

public class NamedPlaceTests
{
    private static readonly LawCatalogue Laws = new(
    [
        .. Some.Catalogue.Documents.Take(1),
        Some.Catalogue.Documents[1],
        new LawDocument("3/2026/NĐ-CP", "Nghị định", "Nghị định mới", new DateOnly(2026, 1, 1)) { LastArticle = 4 },
        new LawDocument("4/2027/QH2", "Luật Mới", "Luật Mới", new DateOnly(2027, 1, 1)) { Aliases = ["Luật Mới"], LastArticle = 4 },
    ]);

    private static readonly KnowledgeContent Content = new()
    {
        Catalogue = Laws,
        Provisions = StatuteReader.Read("luat.txt", Encoding.UTF8.GetBytes("""
            Số: 1/2020/QH1
            Điều 1. Giờ làm
            Người lao động được:
            1. Làm 8 giờ:
            a) Sáng 4 giờ;
            d) Trưa nghỉ;
            đ) Chiều 4 giờ.
            2. Nghỉ trưa.
            Điều 2. Nghỉ
            a) Phép;
            b) Lễ.
            """), Laws).Provisions,
    };

    private static readonly Answering Answers = new(KnowledgeIndex.Build(Content));

    [Theory]
    [InlineData("điều 1 luật thử", "1 - -")]
    [InlineData("khoản 2 điều 1", "1 2 -")]
    [InlineData("cho em xem điểm đ khoản 1 điều 1 luật thử với", "1 1 đ")]
    [InlineData("dieu 2 luat thu quy dinh gi", "2 - -")]
    public void A_named_place_is_answered_by_the_law_itself(string question, string place)
    {
        var best = Assert.IsType<Entry.Statute>(Assert.IsType<Outcome.Answer>(Answers.Ask(new Question(question, Shared.Today))).Best.Entry);

        Assert.Equal(place, $"{best.Provision.Article} {best.Clause ?? "-"} {best.Point ?? "-"}");
        Assert.Equal((best.Clause, best.Point), (best.Citations[0].Clause, best.Citations[0].Point));
    }

    [Theory]
    [InlineData("điều 9 luật thử", "NoArticle 1/2020/QH1")]
    [InlineData("điều 999", "NoArticle 1/2020/QH1")]
    [InlineData("điều 1 nghị định 2/2021", "Replaced 2/2021/NĐ-CP")]
    [InlineData("điều 1 luật mới", "NotYet 4/2027/QH2")]
    [InlineData("điều 1 luật thử 2012", "Older 1/2020/QH1")]
    [InlineData("điều 1 luật thử 2020", "")]
    [InlineData("điều 1 luật thử sửa đổi 2024", "")]
    [InlineData("điều 9 luật thử có cho nghỉ phép không", "")]
    [InlineData("nghỉ phép mấy ngày", "")]
    public void What_is_wrong_with_a_place_is_known(string typed, string expected)
    {
        var missed = NamedPlace.Missed(Content, typed, Shared.Today);

        Assert.Equal(expected, missed is null ? "" : $"{missed.GetType().Name} {missed.Document.Number}");
    }

    [Fact]
    public void A_replaced_document_names_the_one_that_took_its_place() =>
        Assert.Equal("3/2026/NĐ-CP", Assert.IsType<MissedPlace.Replaced>(NamedPlace.Missed(Content, "điều 1 nghị định 2/2021", Shared.Today)).By?.Number);

    [Theory]
    [InlineData("1", "1", null, "Người lao động được:|1. Làm 8 giờ:\na) Sáng 4 giờ;\nd) Trưa nghỉ;\nđ) Chiều 4 giờ.")]
    [InlineData("1", "1", "đ", "Người lao động được:\n1. Làm 8 giờ:|đ) Chiều 4 giờ.")]
    [InlineData("1", "1", "d", "Người lao động được:\n1. Làm 8 giờ:|d) Trưa nghỉ;")]
    [InlineData("1", null, "a", "Người lao động được:\n1. Làm 8 giờ:|a) Sáng 4 giờ;")]
    [InlineData("2", null, "b", "|b) Lễ.")]
    [InlineData("1", "3", null, null)]
    [InlineData("1", "2", "a", null)]
    public void A_clause_or_a_point_comes_with_what_leads_to_it(string article, string? clause, string? point, string? expected)
    {
        var excerpt = ProvisionExcerpt.Of(Content.Provisions.Single(it => it.Article == article), clause, point);

        Assert.Equal(expected, excerpt is null ? null : $"{excerpt.LeadIn}|{excerpt.Text}");
    }
}
