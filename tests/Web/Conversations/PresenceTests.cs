using ChatBot.Web.Conversations;
using ChatBot.Web.Data;
using ChatBot.Web.Tests.Houses;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Tests.Conversations;

/// <summary>Who reads and who types is known for seconds, to all but themselves.</summary>
public sealed class PresenceTests
{
    private const string An = "false:p1:an";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnEveryDatabase]
    public async Task Others_see_who_reads_and_who_types_and_nobody_sees_themselves(Database database)
    {
        await using var house = await House.Open(database);
        var (lan, hung) = (await Employ(house, "Lan"), await Employ(house, "Hùng"));
        var book = house.Get<PresenceBook>();

        await book.Beat(An, lan, isTyping: true, Cancel);
        await book.Beat(An, hung, isTyping: false, Cancel);

        Assert.Equal([new Present("Lan", true)], (await book.Others(hung, Cancel))[An]);
        Assert.Equal([new Present("Hùng", false)], (await book.Others(lan, Cancel))[An]);
        Assert.Equal(2, (await book.Others("người khác", Cancel))[An].Count());
    }

    [Theory, OnEveryDatabase]
    public async Task Typing_is_forgotten_first_then_reading_and_a_sign_of_life_keeps_both(Database database)
    {
        await using var house = await House.Open(database);
        var lan = await Employ(house, "Lan");
        var book = house.Get<PresenceBook>();
        await book.Beat(An, lan, isTyping: true, Cancel);

        house.Clock.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal([new Present("Lan", false)], (await book.Others("ai", Cancel))[An]);
        house.Clock.Advance(TimeSpan.FromSeconds(15));
        await book.Beat(An, lan, isTyping: false, Cancel);
        house.Clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Single((await book.Others("ai", Cancel))[An]);
        house.Clock.Advance(TimeSpan.FromSeconds(6));

        Assert.Empty((await book.Others("ai", Cancel))[An]);
    }

    [Theory, OnEveryDatabase]
    public async Task Whoever_leaves_is_gone_at_once_and_old_rows_do_not_pile_up(Database database)
    {
        await using var house = await House.Open(database);
        var (lan, hung) = (await Employ(house, "Lan"), await Employ(house, "Hùng"));
        var book = house.Get<PresenceBook>();
        await book.Beat(An, lan, isTyping: false, Cancel);

        await book.Leave(An, lan, Cancel);
        Assert.Empty((await book.Others("ai", Cancel))[An]);
        await book.Beat(An, lan, isTyping: false, Cancel);
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        await book.Beat("false:p1:bình", hung, isTyping: false, Cancel);

        Assert.Equal([hung], await house.Read(db => db.Presence.Select(it => it.Staff).ToListAsync()));
    }

    [Fact]
    public async Task Desks_hear_of_what_changes_and_not_of_every_sign_of_life()
    {
        await using var house = await House.Open(Database.Sqlite);
        var lan = await Employ(house, "Lan");
        var book = house.Get<PresenceBook>();
        var heard = 0;
        var listening = Count(house.Get<LiveFeed>().Changes(Cancel));

        foreach (var isTyping in (bool[])[false, false, false, true, true, false, false])
            await book.Beat(An, lan, isTyping, Cancel);
        await book.Leave(An, lan, Cancel);
        house.Get<LiveFeed>().Tell("xong");
        await listening;

        // Came, began to type, stopped, left.
        Assert.Equal(4, heard);

        async Task Count(IAsyncEnumerable<string> changes)
        {
            await foreach (var word in changes)
            {
                if (word == "xong")
                    return;
                heard += word == PresenceBook.Changed ? 1 : 0;
            }
        }
    }

    private static async Task<string> Employ(House house, string name)
    {
        var staff = Some.Advisor(name);
        await house.Get<GroupCommit>().Write((db, _) =>
        {
            db.Users.Add(staff);
            return Task.CompletedTask;
        }, Cancel);
        return staff.Id;
    }
}
