using ChatBot.Knowledge.Articles;
using ChatBot.Knowledge.Search;

namespace ChatBot.Knowledge.Tests.Search;

public class ThresholdsTests
{
    private const string File = "_search/nguong.yaml";

    [Fact]
    public void What_is_written_counts_and_what_is_missing_keeps_its_value()
    {
        var mistakes = new List<Mistake>();

        var read = Thresholds.Read(File, "tra-loi: 0.9\ncon-co-the: 0.1\n", mistakes);

        Assert.Empty(mistakes);
        Assert.Equal((0.9, 0.1, new Thresholds().Offer), (read.Answer, read.Chance, read.Offer));
    }

    [Theory]
    [InlineData("tra-loi: 7", "_search/nguong.yaml:1: 'tra-loi' phải từ 0 đến 1")]
    [InlineData("tra-loi: nhiều", "_search/nguong.yaml:1: 'tra-loi: nhiều' không phải là số")]
    [InlineData("tra-lời: 0.5", "_search/nguong.yaml:1: không có ngưỡng 'tra-lời'")]
    [InlineData("tra-loi: 0.2\ndua-lua-chon: 0.3", "_search/nguong.yaml:2: 'dua-lua-chon' phải nhỏ hơn 'tra-loi'")]
    public void A_mistake_is_told_with_its_line(string text, string told)
    {
        var mistakes = new List<Mistake>();

        Thresholds.Read(File, text, mistakes);

        Assert.StartsWith(told, mistakes[0].ToString());
    }

    [Fact]
    public void The_shipped_file_names_every_threshold()
    {
        Assert.DoesNotContain(Shared.ShippedReading.Mistakes, it => it.File == File);
        Assert.Equal(0.02, Shared.Shipped.Thresholds.Chance, 0.1);
        Assert.InRange(Shared.Shipped.Thresholds.Answer, 0.5, 0.95);
    }
}
