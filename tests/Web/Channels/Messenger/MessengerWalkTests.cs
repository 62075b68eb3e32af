using System.Net;
using ChatBot.Talk.Handoff;
using ChatBot.Web.Data.Rows;
using ChatBot.Web.Tests.Houses;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Tests.Channels.Messenger;

/// <summary>The whole walk with a false Meta on a real socket.</summary>
public sealed class MessengerWalkTests : IAsyncLifetime
{
    private FalseGraph graph = null!;
    private House house = null!;
    private MetaCaller meta = null!;

    public async ValueTask InitializeAsync()
    {
        graph = await FalseGraph.Open();
        house = await House.Open(Database.Sqlite, plan =>
        {
            foreach (var (name, value) in Meta.Settings(graph.Url))
                plan.Settings[name] = value;
        });
        meta = new MetaCaller(new Uri($"{house.Address}/webhooks/messenger"));
    }

    public async ValueTask DisposeAsync()
    {
        meta.Dispose();
        await house.DisposeAsync();
        await graph.DisposeAsync();
    }

    [Fact]
    public async Task A_question_is_answered_on_the_phone_of_who_asked()
    {
        Assert.Equal(HttpStatusCode.OK, await meta.Post(Meta.Text("24", "m_1", "Tôi được nghỉ mấy ngày?")));
        await house.Quiet();

        var message = Assert.Single(graph.Taken);
        Assert.Equal(("24", "Về: Tôi được nghỉ mấy ngày?", "outbox:1"), (message.Person, message.Text, message.Key));
        Assert.Equal(2, graph.Actions);
    }

    [Fact]
    public async Task A_message_that_was_taken_though_the_connection_broke_is_not_sent_twice()
    {
        graph.Echoes = meta;
        graph.AnswersNext(new GraphAnswer.TakesAndDrops());

        await meta.Post(Meta.Text("24", "m_1", "Tôi được nghỉ mấy ngày?"));
        await Waiting.Until(async () => await house.Read(db => db.Outbox.Where(it => it.State == OutboxState.Sent).CountAsync()) == 1);
        await house.After(TimeSpan.FromMinutes(5));

        Assert.Single(graph.Taken);
    }

    [Fact]
    public async Task A_busy_platform_gets_the_message_later()
    {
        graph.AnswersNext(new GraphAnswer.Busy());

        await meta.Post(Meta.Text("24", "m_1", "Tôi được nghỉ mấy ngày?"));
        await house.Quiet();
        Assert.Empty(graph.Taken);
        await house.After(TimeSpan.FromMinutes(1));

        Assert.Single(graph.Taken);
    }

    [Fact]
    public async Task A_dead_token_rests_the_page()
    {
        graph.AnswersNext(new GraphAnswer.Refuses(190));

        await meta.Post(Meta.Text("24", "m_1", "Tôi được nghỉ mấy ngày?"));
        await house.Quiet();

        Assert.Equal(Meta.Page, await house.Read(db => db.PausedPages.Select(it => it.Page).SingleAsync()));
    }

    [Fact]
    public async Task Our_own_echoes_are_not_answered_and_do_not_silence_the_bot()
    {
        graph.Echoes = meta;

        await meta.Post(Meta.Text("24", "m_1", "Tôi được nghỉ mấy ngày?"));
        await Waiting.Until(() => house.Read(db => db.Outbox.AnyAsync(it => it.ExternalId != null)));
        await meta.Post(Meta.Text("24", "m_2", "Còn lương thì sao?"));
        await Waiting.Until(() => graph.Taken.Count == 2);
        await house.Quiet();

        Assert.Equal(2, graph.Taken.Count);
        Assert.Equal(Speaker.Bot, await house.Read(db => db.Conversations.Select(it => it.Speaker).SingleAsync()));
    }

    [Fact]
    public async Task An_answer_in_the_pages_inbox_silences_the_bot()
    {
        await meta.Post(Meta.AnsweredInInbox("24", "m_9", "Chào bạn, Hoa đây"));
        await meta.Post(Meta.Text("24", "m_1", "Tôi được nghỉ mấy ngày?"));
        await house.Quiet();

        Assert.Empty(graph.Taken);
    }
}
