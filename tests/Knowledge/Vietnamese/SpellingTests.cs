using ChatBot.Knowledge.Vietnamese;

namespace ChatBot.Knowledge.Tests.Vietnamese;

public class SpellingTests
{
    private static readonly Spelling Words = new(new Dictionary<string, int> { ["nghi"] = 90, ["viec"] = 80, ["luong"] = 70, ["thang"] = 60, ["nghe"] = 5 });

    [Theory]
    [InlineData("ngi", "nghi")]
    [InlineData("nghhi", "nghi")]
    [InlineData("luonq", "luong")]
    [InlineData("nghiviec", "nghi viec")]
    public void A_slip_is_mended_to_a_word_of_ours(string typed, string expected) => Assert.Equal(expected, Words.Mend(typed));

    [Theory]
    [InlineData("nghe")]
    [InlineData("xyz")]
    [InlineData("t7")]
    [InlineData("a")]
    public void Known_words_and_strange_ones_stay(string typed) => Assert.Equal(typed, Words.Mend(typed));
}
