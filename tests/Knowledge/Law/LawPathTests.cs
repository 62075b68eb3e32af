using ChatBot.Knowledge.Articles;
using ChatBot.Knowledge.Law;

namespace ChatBot.Knowledge.Tests.Law;

public class LawPathTests
{
    [Theory]
    [InlineData("Điều 35 khoản 1 điểm đ Bộ luật Lao động 45/2019/QH14", "/dieu-luat/45-2019-QH14/35#khoan-1-diem-dd")]
    [InlineData("Điều 7a Luật Bảo hiểm y tế 25/2008/QH12", "/dieu-luat/25-2008-QH12/7a")]
    [InlineData("Thông tư 09/2020/TT-BLĐTBXH", "/dieu-luat/09-2020-TT-BLDTBXH")]
    public void A_citation_has_an_address_in_plain_letters(string citation, string path) => Assert.Equal(path, LawPath.Of(Citation.Parse(citation)!));

    [Theory, InlineData("145/2020/NĐ-CP"), InlineData("145-2020-ND-CP"), InlineData("145/2020/nđ-cp"), InlineData("145-2020-N\u00d0-CP")]
    public void All_spellings_of_a_number_are_one(string number) => Assert.Equal("145-2020-nd-cp", LawPath.Key(number));
}
