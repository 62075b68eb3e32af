using ChatBot.Knowledge.Vietnamese;

namespace ChatBot.Knowledge.Tests.Vietnamese;

public class ShorthandTests
{
    private static readonly Shorthand Shipped = Shared.Shipped.Lexicon.Shorthand;

    [Theory]
    [InlineData("cty ko trả bhxh", "công ty không trả bảo hiểm xã hội")]
    [InlineData("hđlđ 1 năm", "hợp đồng lao động 1 năm")]
    [InlineData("e làm t7 cn dc trả bnhieu", "em làm thứ bảy chủ nhật được trả bao nhiêu")]
    [InlineData("cn may dc lanh BH TN mấy tháng", "công nhân may được lanh bảo hiểm thất nghiệp mấy tháng")]
    [InlineData("nộp giấy ở mô, đủ dk hưởng chưa", "nộp giấy ở đâu, đủ điều kiện hưởng chưa")]
    [InlineData("ứng 3tr5, vô ca 7h30", "ứng 3 triệu 5, vô ca 7 giờ 30")]
    [InlineData("17t, em 15t, đóng 15t", "17 tuổi, em 15 tuổi, đóng 15 tháng")]
    [InlineData("nghỉ 2 thg hưởng 75%", "nghỉ 2 tháng hưởng 75 phần trăm")]
    [InlineData("may hong do ai", "máy hỏng do ai")]
    [InlineData("tăng ca tới 22h", "tăng ca tới 22 giờ")]
    [InlineData("lương 8tr, thưởng 500k", "lương 8 triệu, thưởng 500 nghìn")]
    [InlineData("KO", "không")]
    [InlineData("Nghị định 145/2020/NĐ-CP", "Nghị định 145/2020/NĐ-CP")]
    [InlineData("điểm a khoản 1, diem e", "điểm a khoản 1, diem e")]
    [InlineData("công ty không trả lương", "công ty không trả lương")]
    public void What_people_shorten_is_written_out(string typed, string expected) => Assert.Equal(expected, Shipped.Expand(typed));
}
