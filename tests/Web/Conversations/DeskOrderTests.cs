using ChatBot.Talk;
using ChatBot.Web.Conversations;
using ChatBot.Web.Tests.Houses;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Tests.Conversations;

public sealed class DeskOrderTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnEveryDatabase]
    public async Task What_runs_out_first_stands_first_whether_it_is_the_promise_or_the_window(Database database)
    {
        await using var house = await House.Open(database, plan =>
        {
            plan.Bot = (before, activity) => new Turn(before, []) { Notes = [new Note.HandedOver(activity.Text!, activity.Text!.Contains('!', StringComparison.Ordinal))] };
            plan.Channel.Windows = (TimeSpan.FromHours(24), TimeSpan.FromDays(7));
        });
        foreach (var person in (string[])["an", "binh", "chi", "dung", "giang"])
            await house.Hears(person == "giang" ? "Cháy!" : "Cần gặp người", person);
        var now = house.Clock.GetUtcNow();
        await house.Read(async db =>
        {
            await db.Cases.Where(it => it.ConversationId == "false:p1:an").ExecuteUpdateAsync(it => it.SetProperty(row => row.FirstDueAt, now.AddHours(5)));
            await db.Cases.Where(it => it.ConversationId == "false:p1:binh").ExecuteUpdateAsync(it => it.SetProperty(row => row.FirstDueAt, now.AddHours(2)));
            // Answered once: its end is what was promised.
            await db.Cases.Where(it => it.ConversationId == "false:p1:dung").ExecuteUpdateAsync(it => it
                .SetProperty(row => row.FirstAnsweredAt, now).SetProperty(row => row.FirstDueAt, now.AddHours(-9)).SetProperty(row => row.EndDueAt, now.AddHours(4)));
            // Its window closes in one hour, long before its promise.
            return await db.Conversations.Where(it => it.Person == "chi").ExecuteUpdateAsync(it => it.SetProperty(row => row.LastHeardAt, now.AddDays(-7).AddHours(1)));
        });

        var waiting = await house.Get<Desk>().List(DeskList.Waiting, new DeskSight(Some.Advisor()), Cancel);

        Assert.Equal(["giang", "chi", "binh", "dung", "an"], waiting.Select(it => it.Conversation.Person));
        var runsOut = waiting.Skip(1).Select(it => it.Clocks!.RunsOutAt!.Value);
        Assert.Equal(runsOut.Order(), runsOut);
    }
}
