using System.Net;
using ChatBot.Web.Data.Knowledge;
using ChatBot.Web.Tests.Houses;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Tests.Conversations;

/// <summary>Whoever asks for help under a post is invited once to write in private.</summary>
public sealed class CommentInvitingTests
{
    private const string Question = "Tôi được nghỉ mấy ngày?";

    [Theory, OnEveryDatabase]
    public async Task Who_asks_is_invited_once_and_reads_no_law(Database database)
    {
        await using var walk = await Walk.Begin(database);

        Assert.Equal(HttpStatusCode.OK, await walk.Comment("1_2", Question));
        await walk.Comment("1_2", Question);
        // Not only sent: a clock that is turned before that is written down makes it look as if this machine had died.
        await walk.House.Until(async () => await walk.Settled() == (null, null));
        await walk.House.After(TimeSpan.FromHours(2));

        var message = Assert.Single(walk.Graph.Taken);
        Assert.Equal("1_2", message.Person);
        Assert.Contains("chỉ bạn và Công đoàn đọc được", message.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Điều", message.Text, StringComparison.Ordinal);
        Assert.Equal((null, null), await walk.Settled());
    }

    [Theory, InlineData("Hay quá"), InlineData("ok ad"), InlineData("Chúc mừng công đoàn")]
    public async Task Who_asks_nothing_is_left_alone(string text)
    {
        await using var walk = await Walk.Begin(Database.Sqlite);

        await walk.Comment("1_2", text);
        await walk.House.Until(async () => await walk.Settled() == (null, null));

        Assert.Empty(walk.Graph.Taken);
    }

    [Fact]
    public async Task A_page_that_does_not_want_it_invites_nobody()
    {
        await using var walk = await Walk.Begin(Database.Sqlite, invites: false);

        await walk.Comment("1_2", Question);

        Assert.Equal(0, await walk.House.Read(db => db.Comments.CountAsync()));
    }

    [Theory, InlineData(-1, 1), InlineData(1, 0)]
    public async Task After_seven_days_it_is_too_late(int secondsOver, int invited)
    {
        await using var walk = await Walk.Begin(Database.Sqlite);

        await walk.Comment("1_2", Question, walk.House.Clock.GetUtcNow() - TimeSpan.FromDays(7) - TimeSpan.FromSeconds(secondsOver + 0.5));
        await walk.House.Until(async () => await walk.House.Read(db => db.Comments.AnyAsync(it => it.DueAt == null)));

        Assert.Equal(invited, walk.Graph.Taken.Count);
    }

    [Fact]
    public async Task A_busy_platform_gets_it_later_and_a_broken_line_does_not_get_it_twice()
    {
        await using var walk = await Walk.Begin(Database.Sqlite);
        walk.Graph.AnswersNext(new GraphAnswer.Busy());
        walk.Graph.AnswersNext(new GraphAnswer.TakesAndDrops());

        await walk.Comment("1_2", Question);
        await walk.House.Until(async () => await walk.House.Read(db => db.Comments.AnyAsync(it => it.Trouble != null)));
        await walk.House.After(TimeSpan.FromMinutes(10));
        await walk.House.Until(async () => await walk.Settled() == (null, null));
        await walk.House.After(TimeSpan.FromHours(2));

        Assert.Single(walk.Graph.Taken);
    }

    [Fact]
    public async Task Without_an_index_a_comment_waits_and_the_database_is_not_asked_again_and_again()
    {
        var (connection, asked) = (await HousePlan.NewConnection(Database.Sqlite), new CommandLog("FROM \"Comments\""));
        await using (var before = await House.Open(default, plan => plan.Connection = connection))
            await before.Read(db => db.Database.ExecuteSqlAsync($"""INSERT INTO "Statutes" ("Number", "Json", "ImportedAt") VALUES ('1', 'không phải JSON', 0)"""));
        await using var walk = await Walk.Begin(Database.Sqlite, change: plan => (plan.Connection, plan.Furnish) = (connection, asked.AddTo));

        await walk.Comment("1_2", Question);
        for (var i = 0; i < 20; i++)
            await walk.House.Read(db => db.Inbox.CountAsync());
        Assert.Equal(0, asked.Count);

        await walk.House.Read(db => db.Statutes.ExecuteDeleteAsync());
        walk.House.Get<KnowledgeBase>().Changed();
        await walk.House.Until(() => Task.FromResult(walk.House.Get<KnowledgeBase>().IsReady));
        walk.House.Clock.Advance(TimeSpan.FromSeconds(1));
        await walk.House.Until(() => Task.FromResult(walk.Graph.Taken.Count > 0));
    }

    private sealed class Walk(House house, FalseGraph graph, MetaCaller meta) : IAsyncDisposable
    {
        public House House => house;

        public FalseGraph Graph => graph;

        public static async Task<Walk> Begin(Database database, bool invites = true, Action<HousePlan>? change = null)
        {
            var graph = await FalseGraph.Open();
            var house = await House.Open(database, plan =>
            {
                foreach (var (name, value) in Meta.Settings(graph.Url))
                    plan.Settings[name] = value;
                plan.Settings["Messenger:Pages:0:InviteComments"] = invites ? "true" : "false";
                change?.Invoke(plan);
            });
            return new Walk(house, graph, new MetaCaller(new Uri($"{house.Address}/webhooks/messenger")));
        }

        public Task<HttpStatusCode?> Comment(string id, string text, DateTimeOffset? at = null) => meta.Post(Meta.Comment(id, text, at ?? house.Clock.GetUtcNow()));

        public async Task<(DateTimeOffset?, string?)> Settled()
        {
            var row = await house.Read(db => db.Comments.AsNoTracking().SingleAsync());
            return (row.DueAt, row.Text);
        }

        public async ValueTask DisposeAsync()
        {
            meta.Dispose();
            await house.DisposeAsync();
            await graph.DisposeAsync();
        }
    }
}
