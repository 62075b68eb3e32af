using System.Text;
using ChatBot.Knowledge.Search;

namespace ChatBot.Knowledge.Tests.Search;

public class SpellingsOfOneQuestionTests
{
    [Theory]
    [InlineData("Nghỉ thai sản được mấy tháng?")]
    [InlineData("NGHỈ THAI SẢN ĐƯỢC MẤY THÁNG")]
    [InlineData("nghi thai san duoc may thang")]
    [InlineData("nghi thai san dc may thang")]
    [InlineData("nghir thai sanr dduwowcj maays thangs")]
    [InlineData("nghi3 thai sa3n d9u7o7c5 ma6y1 tha1ng")]
    [InlineData("em nghỉ đẻ được mấy tháng ạ")]
    [InlineData("nghỉ  thai\u00A0sản\u200B được mấy tháng")]
    [InlineData("nghithaisan duoc may thang")]
    [InlineData("nghỉ thai sản đựơc mấy tháng")]
    public void Every_spelling_finds_the_same_article(string typed)
    {
        Assert.Equal("nghi-thai-san-bao-lau", First(typed));
        Assert.Equal("nghi-thai-san-bao-lau", First(typed.Normalize(NormalizationForm.FormD)));
    }

    private static string First(string typed) => Shared.Ask(typed) switch
    {
        Outcome.Answer answer => answer.Best.Entry.Id,
        Outcome.Choices choices => choices.Offered[0].Entry.Id,
        var other => other.ToString(),
    };
}
