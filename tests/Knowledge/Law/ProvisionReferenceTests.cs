using ChatBot.Knowledge.Law;

namespace ChatBot.Knowledge.Tests.Law;

public class ProvisionReferenceTests
{
    [Theory]
    [InlineData("điều 113 bộ luật lao động", "45/2019/QH14 113")]
    [InlineData("dieu 113 bo luat lao dong", "45/2019/QH14 113")]
    [InlineData("d35 bllđ", "45/2019/QH14 35")]
    [InlineData("Đ.35 BLLĐ", "45/2019/QH14 35")]
    [InlineData("khoản 2 điều 39", " 39 2")]
    [InlineData("điểm đ khoản 1 điều 36 của Bộ luật Lao động 2019", "45/2019/QH14 36 1 đ")]
    [InlineData("diem d khoan 1 dieu 36 bo luat lao dong", "45/2019/QH14 36 1 d")]
    [InlineData("điểm d khoản 1 điều 36 bộ luật lao động", "45/2019/QH14 36 1 d")]
    [InlineData("khoản 1 điểm a điều 35 luật lao động", "45/2019/QH14 35 1 a")]
    [InlineData("đ 98 bộ luật lao động khoản 1", "45/2019/QH14 98 1")]
    [InlineData("điều 35 bllđ 2019, khoản 1, điểm a", "45/2019/QH14 35 1 a")]
    [InlineData("k2 đ39 bllđ", "45/2019/QH14 39 2")]
    [InlineData("điều 38 nghị định 145", "145/2020/NĐ-CP 38")]
    [InlineData("Ðiều 5 BLLÐ", "45/2019/QH14 5")]
    [InlineData("Điều 85, khoản 2", " 85 2")]
    [InlineData("Theo Điều 34 của Nghị định 145/2020/NĐ-CP", "145/2020/NĐ-CP 34")]
    [InlineData("điều 7 nghị định 145", "145/2020/NĐ-CP 7")]
    [InlineData("điều 7a luật bhyt", "25/2008/QH12 7a")]
    [InlineData("điều 64 luật bảo hiểm xã hội", "41/2024/QH15 64")]
    [InlineData("Bộ luật Lao động điều 35 nói gì", "45/2019/QH14 35")]
    [InlineData("d9 nghi", "")]
    [InlineData("hợp đồng 35 tháng", "")]
    [InlineData("điều kiện hưởng", "")]
    public void Places_are_recognised_however_they_are_typed(string text, string expected)
    {
        var found = ProvisionReference.Find(text, Shared.Catalogue);

        Assert.Equal(expected.Trim(), string.Join("; ", found.Select(it => string.Join(' ', new[] { it.Law, it.Article, it.Clause, it.Point }.OfType<string>()))));
    }

    [Fact]
    public void Two_places_are_two() => Assert.Equal(2, ProvisionReference.Find("điều 35 và điều 36 bộ luật lao động", Shared.Catalogue).Count);
}
