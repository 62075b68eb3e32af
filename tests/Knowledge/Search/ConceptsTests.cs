using ChatBot.Knowledge.Search;
using ChatBot.Knowledge.Vietnamese;

namespace ChatBot.Knowledge.Tests.Search;

public class ConceptsTests
{
    private static readonly Concepts Known = new([
        new("nghi-viec", ["nghỉ việc", "nghỉ ngang"]), new("nghi-ngang", ["nghỉ ngang"]), new("cho-nghi", ["cho nghỉ việc"]),
        new("ky-luat", ["kỷ luật"]), new("den", ["=đền", "đền tiền"]),
    ]);

    [Theory]
    [InlineData("em nghỉ việc rồi", "nghi-viec")]
    [InlineData("công ty cho nghỉ việc", "cho-nghi")]
    [InlineData("nghỉ ngang mất gì", "nghi-ngang nghi-viec")]
    [InlineData("nghĩ việc vì bị kỹ luật", "ky-luat nghi-viec")]
    [InlineData("làm hư máy phải đền", "den")]
    [InlineData("đến nơi làm", "")]
    public void What_is_written_with_accents_is_about(string text, string groups) => Assert.Equal(groups, Found(text, withAccents: true));

    [Theory]
    [InlineData("cty cho nghi viec", "cho-nghi")]
    [InlineData("bi ki luat", "ky-luat")]
    [InlineData("den noi lam", "")]
    [InlineData("bat den tien may", "den")]
    public void What_is_written_without_accents_is_about(string text, string groups) => Assert.Equal(groups, Found(text, withAccents: false));

    private static string Found(string text, bool withAccents) => string.Join(' ', Known.Find(Syllable.Of(text), withAccents).Order());
}
