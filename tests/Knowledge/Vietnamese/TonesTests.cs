using ChatBot.Knowledge.Vietnamese;

namespace ChatBot.Knowledge.Tests.Vietnamese;

public class TonesTests
{
    [Theory]
    [InlineData("hoà", "hòa")]
    [InlineData("khoẻ", "khỏe")]
    [InlineData("thuỷ", "thủy")]
    [InlineData("uỷ", "ủy")]
    [InlineData("hòan", "hoàn")]
    [InlineData("qúy", "quý")]
    [InlineData("quý", "quý")]
    [InlineData("giá", "giá")]
    [InlineData("toán", "toán")]
    [InlineData("người", "người")]
    [InlineData("khuỷu", "khuỷu")]
    [InlineData("ngoài", "ngoài")]
    [InlineData("hoa", "hoa")]
    public void Both_schools_of_spelling_meet(string typed, string expected) => Assert.Equal(expected, Tones.Unify(typed));

    [Theory]
    [InlineData("kỹ", "kỉ")]
    [InlineData("kỷ", "kỉ")]
    [InlineData("nghĩ", "nghỉ")]
    [InlineData("ly", "li")]
    [InlineData("tuyển", "tuyển")]
    [InlineData("ngày", "ngày")]
    [InlineData("quý", "quý")]
    [InlineData("y", "y")]
    public void What_sounds_alike_in_the_south_has_one_spelling(string typed, string expected) => Assert.Equal(expected, Tones.Spoken(typed));
}
