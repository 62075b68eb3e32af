namespace ChatBot.Talk.Tests;

public sealed class EnglishTests
{
    [Theory]
    [InlineData("What is my salary if I work overtime?", true)]
    [InlineData("how many days of maternity leave", true)]
    [InlineData("can you help me please", true)]
    [InlineData("the bhyt khi that nghiep", false)]
    [InlineData("cong ty day minh di thi the nao", false)]
    [InlineData("do an ca khong co thi sao", false)]
    [InlineData("ok", false)]
    public void English_is_told_from_Vietnamese_without_accents(string text, bool english)
    {
        var turn = new Bot(null, ConversationTests.Words()).OnTurn(new Conversation("x"), new Activities.Activity { Text = text, Timestamp = DateTimeOffset.UnixEpoch });

        Assert.Equal(english, turn.Replies[^1].Text!.StartsWith("Sorry", StringComparison.Ordinal));
    }
}
