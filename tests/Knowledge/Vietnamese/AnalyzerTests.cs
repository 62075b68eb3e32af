using ChatBot.Knowledge.Vietnamese;

namespace ChatBot.Knowledge.Tests.Vietnamese;

public class AnalyzerTests
{
    [Theory]
    [InlineData("BẢO HIỂM", "bao bao_hiem hiem")]
    [InlineData("Nghỉ đẻ, mấy tháng?", "nghi nghi_de de de_may may may_thang thang")]
    [InlineData("sức khoẻ", "suc suc_khoe khoe")]
    [InlineData("8%", "8")]
    [InlineData("lương", "luong")]
    [InlineData("", "")]
    public void Folded_terms_have_no_accents(string text, string terms) =>
        Assert.Equal(terms, string.Join(' ', new VietnameseAnalyzer(folded: true).Terms(text)));

    [Theory]
    [InlineData("BẢO HIỂM", "bảo bảo_hiểm hiểm")]
    [InlineData("hoà giải", "hòa hòa_giải giải")]
    [InlineData("Nghi\u0309 vie\u0323\u0302c", "nghỉ nghỉ_việc việc")]
    public void Accented_terms_keep_them_in_one_place(string text, string terms) =>
        Assert.Equal(terms, string.Join(' ', new VietnameseAnalyzer(folded: false).Terms(text)));

    [Fact]
    public void An_analyzer_can_be_used_again_and_again()
    {
        var analyzer = new VietnameseAnalyzer(folded: true);

        Assert.Equal(["luong", "luong_ngay", "ngay"], analyzer.Terms("lương ngày"));
        Assert.Equal(["phep"], analyzer.Terms("phép"));
    }
}
