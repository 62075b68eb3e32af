using ChatBot.Knowledge.Vietnamese;

namespace ChatBot.Knowledge.Tests.Vietnamese;

public class SyllableTests
{
    [Theory]
    [InlineData("nghi")]
    [InlineData("giet")]
    [InlineData("quyen")]
    [InlineData("nguoi")]
    [InlineData("a")]
    public void Vietnamese_syllables_are_known(string folded) => Assert.True(Syllable.IsPossible(folded));

    [Theory]
    [InlineData("sanr")]
    [InlineData("work")]
    [InlineData("cty")]
    [InlineData("bhxh")]
    [InlineData("nghiviec")]
    public void Other_letters_are_none(string folded) => Assert.False(Syllable.IsPossible(folded));

    [Fact]
    public void Punctuation_only_parts_syllables() => Assert.Equal(["em", "làm", "8", "tháng", "rồi", "ạ"], Syllable.Of("Em làm 8 tháng… rồi, ạ!"));
}
