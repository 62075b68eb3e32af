using ChatBot.Knowledge.Vietnamese;

namespace ChatBot.Knowledge.Tests.Vietnamese;

public class RawKeysTests
{
    [Theory]
    [InlineData("nghir thai sanr", "nghỉ thai sản")]
    [InlineData("tooi dduwowcj nghir maays ngayf", "tôi được nghỉ mấy ngày")]
    [InlineData("coong ty khoong trar luwowng", "công ty không trả lương")]
    [InlineData("Nghir Thai Sanr", "nghỉ thai sản")]
    public void Telex_is_read_back(string keys, string expected) => Assert.Equal(expected, RawKeys.Read(keys), ignoreCase: true);

    [Theory]
    [InlineData("nghi3 thai sa3n", "nghỉ thai sản")]
    [InlineData("d9u7o7c5 nghi3 ma6y1 nga2y", "được nghỉ mấy ngày")]
    [InlineData("co6ng ty kho6ng tra3 lu7o7ng", "công ty không trả lương")]
    public void Vni_is_read_back(string keys, string expected) => Assert.Equal(expected, RawKeys.Read(keys));

    [Theory]
    [InlineData("nghi thai san may thang")]
    [InlineData("nghỉ thai sản mấy tháng")]
    [InlineData("lam ca 3 tu 22h den 6h")]
    [InlineData("cty ko dong bhxh")]
    [InlineData("ok ban")]
    [InlineData("gui email qua app vssid")]
    [InlineData("dieu 35 blld")]
    [InlineData("xin off 1 ngay di test covid thi co bi tru luong khong ad")]
    [InlineData("lam part time order")]
    public void What_was_meant_as_it_stands_is_left_alone(string text) => Assert.Equal(text, RawKeys.Read(text));
}
