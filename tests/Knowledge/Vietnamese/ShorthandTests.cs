using ChatBot.Knowledge.Vietnamese;

namespace ChatBot.Knowledge.Tests.Vietnamese;

public class ShorthandTests
{
    private static readonly Shorthand Shipped = Shared.Shipped.Lexicon.Shorthand;

    [Theory]
    [InlineData("cty ko trả bhxh", "công ty không trả bảo hiểm xã hội")]
    [InlineData("hđlđ 1 năm", "hợp đồng lao động 1 năm")]
    [InlineData("e làm t7 cn dc trả bnhieu", "em làm thứ bảy công nhân được trả bao nhiêu")]
    [InlineData("tăng ca tới 22h", "tăng ca tới 22 giờ")]
    [InlineData("lương 8tr, thưởng 500k", "lương 8 triệu, thưởng 500 nghìn")]
    [InlineData("KO", "không")]
    [InlineData("Nghị định 145/2020/NĐ-CP", "Nghị định 145/2020/NĐ-CP")]
    [InlineData("điểm a khoản 1, diem e", "điểm a khoản 1, diem e")]
    [InlineData("công ty không trả lương", "công ty không trả lương")]
    public void What_people_shorten_is_written_out(string typed, string expected) => Assert.Equal(expected, Shipped.Expand(typed));
}
