using System.Diagnostics;
using CsCheck;
using Text = ChatBot.Knowledge.Vietnamese.Text;

namespace ChatBot.Knowledge.Tests.Vietnamese;

public class TextTests
{
    [Theory]
    [InlineData("Nghi\u0309 vie\u0323\u0302c", "Nghỉ việc")]
    [InlineData("  nghỉ \u00A0 việc\u200B ", "nghỉ việc")]
    [InlineData("a\u202Fb\u3000c\uFEFF", "a b c")]
    [InlineData("dòng một\r\ndòng hai", "dòng một\ndòng hai")]
    [InlineData("", "")]
    public void Text_comes_into_one_form(string typed, string expected) => Assert.Equal(expected, Text.Normalize(typed));

    [Theory]
    [InlineData("Được nghỉ ĐẺ mấy tháng?", "duoc nghi de may thang?")]
    [InlineData("Ươ ệ Ặ ỹ", "uo e a y")]
    [InlineData("Nghi\u0309 vie\u0323\u0302c", "nghi viec")]
    public void Folding_drops_every_accent(string text, string expected) => Assert.Equal(expected, Text.Fold(text));

    [Fact]
    public void A_message_with_half_an_emoji_is_read_all_the_same() => Assert.Contains("nghỉ", Text.Normalize("nghỉ \uD83D việc"));

    [Fact]
    public void A_message_with_what_is_no_letter_is_read_all_the_same() => Assert.Equal("nghỉ \uFFFD\uFFFD", Text.Normalize("ngh\uFFFEỉ \uFFFD\uD83D"));

    // To put accents in order takes as long as their square: these took half a minute.
    [Fact]
    public void A_heap_of_accents_on_one_letter_is_cut()
    {
        var watch = Stopwatch.StartNew();

        var read = Text.Normalize("Nghi\u0309 vie\u0323\u0302c a" + string.Concat(Enumerable.Repeat("\u0301\u0323", 130_000)));

        Assert.StartsWith("Nghỉ việc ", read, StringComparison.Ordinal);
        Assert.InRange(read.Length, 9, 50);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Whatever_is_typed_is_in_one_form_after_one_reading() =>
        Gen.String.Sample(it => Text.Normalize(Text.Normalize(it)) == Text.Normalize(it) && Text.Normalize(it).IsNormalized(System.Text.NormalizationForm.FormC));
}
