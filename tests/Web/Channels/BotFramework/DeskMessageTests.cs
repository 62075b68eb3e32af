using ChatBot.Talk.Activities;
using ChatBot.Web.Channels.BotFramework;

namespace ChatBot.Web.Tests.Channels.BotFramework;

public sealed class DeskMessageTests
{
    [Fact]
    public void Whoever_speaks_there_has_a_name_that_a_database_takes() =>
        Assert.Equal("Lan", DeskMessage.Read(new Activity { Text = "Chào chị", From = new ChannelAccount("lan", "La\0n") })!.From!.Name);
}
