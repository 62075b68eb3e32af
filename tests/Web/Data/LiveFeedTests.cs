using ChatBot.Web.Data;
using ChatBot.Web.Tests.Houses;

namespace ChatBot.Web.Tests.Data;

public sealed class LiveFeedTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnEveryDatabase]
    public async Task Every_listener_hears_which_conversation_changed(Database database)
    {
        await using var house = await House.Open(database);
        await using var one = house.Get<LiveFeed>().Changes(Cancel).GetAsyncEnumerator(Cancel);
        await using var other = house.Get<LiveFeed>().Changes(Cancel).GetAsyncEnumerator(Cancel);

        await house.Hears("Tôi được nghỉ mấy ngày?");

        Assert.True(await one.MoveNextAsync() && await other.MoveNextAsync());
        Assert.Equal(("false:p1:an", "false:p1:an"), (one.Current, other.Current));
    }

    [Fact]
    public async Task Other_machines_hear_it_too()
    {
        await using var house = await House.Open(Database.Postgres);
        await using var other = await house.Beside();
        await using var changes = other.Get<LiveFeed>().Changes(Cancel).GetAsyncEnumerator(Cancel);
        var heard = changes.MoveNextAsync().AsTask();

        // The other machine may still be on its way to listening.
        await Waiting.Until(() =>
        {
            house.Get<LiveFeed>().Tell("false:p1:an");
            return heard.IsCompleted;
        });

        Assert.Equal("false:p1:an", changes.Current);
    }

    [Fact]
    public async Task A_listener_who_does_not_read_holds_nobody_up()
    {
        await using var house = await House.Open(Database.Sqlite);
        _ = house.Get<LiveFeed>().Changes(Cancel);

        for (var number = 0; number < 5000; number++)
            house.Get<LiveFeed>().Tell("false:p1:an");
    }
}
