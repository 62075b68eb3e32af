using ChatBot.Knowledge.Articles;

namespace ChatBot.Knowledge.Tests.Articles;

public class CitationTests
{
    [Fact]
    public void Every_part_of_a_citation_is_read()
    {
        var read = Citation.Parse("Điều 35 khoản 2 điểm đ Bộ luật Lao động 45/2019/QH14");

        Assert.Equal(new Citation("45/2019/QH14", "Bộ luật Lao động", "35") { Clause = "2", Point = "đ" }, read);
    }

    [Theory]
    [InlineData("Điều 35 Bộ luật Lao động 45/2019/QH14", "Điều 35 Bộ luật Lao động 2019")]
    [InlineData("Điều 35 khoản 1 Bộ luật Lao động 45/2019/QH14", "Điều 35 khoản 1 Bộ luật Lao động 2019")]
    [InlineData("Điều 7a Luật Bảo hiểm y tế 25/2008/QH12", "Điều 7a Luật Bảo hiểm y tế 2008")]
    [InlineData("Điều 7 Nghị định 145/2020/NĐ-CP", "Điều 7 Nghị định 145/2020/NĐ-CP")]
    [InlineData("Quyết định 61/QĐ-TLĐ", "Quyết định 61/QĐ-TLĐ")]
    public void A_citation_is_written_as_it_was_read_and_shown_shorter(string text, string shown)
    {
        var read = Citation.Parse(text)!;

        Assert.Equal(text, read.ToString());
        Assert.Equal(shown, read.Short);
    }

    [Theory]
    [InlineData("Bộ luật Lao động")]
    [InlineData("điều 35 blld")]
    [InlineData("Điều 35 khoản Bộ luật Lao động 45/2019/QH14 ")]
    [InlineData("")]
    public void What_is_no_citation_is_none(string text) => Assert.True(Citation.Parse(text) is null or { Article: null });
}
