using ChatBot.Talk.Handoff;

namespace ChatBot.Talk.Tests.Handoff;

public class FactsTests
{
    [Theory]
    [InlineData("Em làm ở công ty may Sao Mai, phường Bình Hòa", "Nơi làm: công ty may Sao Mai | Địa phương: phường Bình Hòa")]
    [InlineData("e ky hop dong 1 nam tu 5/3/2025", "Hợp đồng: hop dong 1 nam | Ngày: 5/3/2025 | Bao lâu: 1 nam")]
    [InlineData("cty nợ lương 2 tháng, mỗi tháng 7tr5, tổng 15.000.000", "Bao lâu: 2 tháng | Số tiền: 7tr5, 15.000.000")]
    [InlineData("70 chị em chưa có lương từ tháng 7", "Ngày: tháng 7 | Số người: 70 chị em")]
    [InlineData("Tôi bị tai nạn ngày 12 tháng 10, công ty chưa ký hợp đồng", "Hợp đồng: chưa ký hợp đồng | Ngày: ngày 12 tháng 10")]
    [InlineData("công ty em trả lương trễ hoài", "")]
    [InlineData("", "")]
    public void Facts_are_what_stands_there_in_so_many_words(string words, string facts) => Assert.Equal(facts, Say([words]));

    [Fact]
    public void What_is_said_twice_stands_once_and_four_are_enough() =>
        Assert.Equal("Ngày: 1/1, 2/2, 3/3, 4/4", Say(["1/1, 2/2", "1/1 và 3/3", "4/4, 5/5"]));

    private static string Say(IReadOnlyList<string> words) => string.Join(" | ", Facts.Of(words).Select(it => $"{it.Name}: {string.Join(", ", it.Values)}"));
}
