using ChatBot.Talk;
using ChatBot.Talk.Activities;
using ChatBot.Web.Channels;
using ChatBot.Web.Data.Rows;
using ChatBot.Web.Tests.Houses;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Tests.Conversations;

public sealed class DeletionTests
{
    private static Turn Bot(Conversation before, Activity activity) => activity.Text == "xóa"
        ? new Turn(before, [new Activity { Text = "Mình sẽ xóa." }]) { Notes = [new Note.DeletionAsked()] }
        : new Turn(before with { LastQuestion = activity.Text }, [new Activity { Text = $"Về: {activity.Text}" }]) { Notes = [new Note.Unanswered(activity.Text!)] };

    [Theory, OnEveryDatabase]
    public async Task What_was_said_is_deleted_once_the_worker_has_been_told(Database database)
    {
        await using var house = await House.Open(database, plan => plan.Bot = Bot);
        var secret = Some.Message("bí mật");
        await house.Brings(secret);
        await house.Quiet();
        await house.Hears("của người khác", "bình");
        house.Channel.AnswersNext(new Delivery.TryLater(TimeSpan.FromSeconds(30), "Nền tảng bận."));

        await house.Hears("xóa");
        Assert.Equal(5, await house.Read(db => db.Said.CountAsync(it => it.ConversationId == "false:p1:an" || it.Author == Author.Worker)));
        await house.After(TimeSpan.FromSeconds(31));
        await house.After(TimeSpan.FromSeconds(2));
        await house.Until(() => house.Read(db => db.Conversations.AllAsync(it => it.EraseAfter == null)));
        await house.Brings(secret);
        await house.Quiet();

        Assert.Equal("Mình sẽ xóa.", house.Channel.Texts[^1]);
        Assert.Equal([Author.Bot], await house.Read(db => db.Said.Where(it => it.ConversationId == "false:p1:an").Select(it => it.Author).ToListAsync()));
        Assert.Equal(["của người khác"], await house.Read(db => db.Unanswered.Select(it => it.Question).ToListAsync()));
        Assert.All(await house.Read(db => db.Inbox.Where(it => it.ConversationId == "false:p1:an").ToListAsync()), row => Assert.Empty(row.Activity));
        Assert.Null(await house.Read(db => db.Conversations.Where(it => it.Person == "an").Select(it => it.Memory).SingleAsync()));
        Assert.DoesNotContain(await house.Read(db => db.Outbox.Select(it => it.Activity).ToListAsync()), text => text.Contains("bí mật", StringComparison.Ordinal));
        Assert.Equal(2, await house.Read(db => db.Said.CountAsync(it => it.ConversationId == "false:p1:bình")));
    }
}
