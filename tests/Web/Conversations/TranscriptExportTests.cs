using System.Text.Json.Nodes;
using ChatBot.Talk;
using ChatBot.Talk.Activities;
using ChatBot.Web.Channels;
using ChatBot.Web.Conversations;
using ChatBot.Web.Tests.Houses;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Tests.Conversations;

public sealed class TranscriptExportTests
{
    private const string An = "false:p1:an";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnEveryDatabase]
    public async Task A_conversation_is_given_away_as_activities_without_what_never_left(Database database)
    {
        await using var house = await House.Open(database, plan => plan.Bot = (before, _) => new Turn(before, [new Activity { Text = "Chào bạn", SuggestedActions = new([], [CardAction.ImBack("Gặp tư vấn viên")]) }]));
        var hoa = Some.Advisor();
        await house.Hears("Xin chào");
        await house.Get<Handoffs>().Take(An, hoa, Cancel);
        await house.Brings(Some.FileElsewhere("https://cdn.example/don.jpg"));
        await house.Get<Handoffs>().Say(An, hoa, "Chị xem đơn rồi", Cancel);
        await house.Quiet();
        await house.Get<Handoffs>().WriteNote(An, hoa, "Hỏi lại công ty", Cancel);
        house.Channel.AnswersNext(new Delivery.Refused("không nhận"));
        await house.Get<Handoffs>().Say(An, hoa, "Không tới nơi", Cancel);
        await house.Quiet();

        var lines = JsonNode.Parse(await house.Get<TranscriptExport>().Of(An, new DeskSight(hoa), Cancel))!.AsArray();

        Assert.Equal(["user: Xin chào", "bot: Chào bạn", "user: (tệp)", "bot: Chị xem đơn rồi"], lines.Select(it => $"{it!["from"]!["role"]}: {it["text"]}"));
        Assert.All(lines, it => Assert.Equal(("message", "false", An), ((string?)it!["type"], (string?)it["channelId"], (string?)it["conversation"]!["id"])));
        Assert.Equal(lines.Count, lines.Select(it => (string?)it!["id"]).Distinct().Count());
        Assert.Equal("Gặp tư vấn viên", (string?)lines[1]!["suggestedActions"]!["actions"]![0]!["title"]);
        Assert.Equal("image/*", (string?)lines[2]!["attachments"]![0]!["contentType"]);
        Assert.DoesNotContain("cdn.example", lines.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(hoa.DisplayName, (string?)lines[3]!["from"]!["name"]);
        Assert.Equal(hoa.Id, await house.Read(db => db.Audit.Where(it => it.What == "exported-transcript" && it.ConversationId == An).Select(it => it.Who).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task Whoever_may_not_open_it_gets_nothing()
    {
        await using var house = await House.Open(Database.Sqlite);
        await house.Hears("Xin chào");
        await house.Read(db => db.Conversations.ExecuteUpdateAsync(row => row.SetProperty(it => it.Employer, "May Sông Hồng"), Cancel));
        var there = Some.Advisor();
        there.Employers = "may song hong";

        Assert.Null(await house.Get<TranscriptExport>().Of(An, new DeskSight(there), Cancel));
        Assert.Null(await house.Get<TranscriptExport>().Of("false:p1:nobody", new DeskSight(Some.Advisor()), Cancel));
        Assert.Empty(await house.Read(db => db.Audit.Where(it => it.What == "exported-transcript").ToListAsync(Cancel)));
    }

    [Fact]
    public async Task Nobody_gets_it_without_having_signed_in()
    {
        await using var house = await House.Open(Database.Sqlite);
        await house.Hears("Xin chào");
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });

        using var answer = await http.GetAsync(new Uri($"{house.Address}/staff/ban-ghi?cuoc={Uri.EscapeDataString(An)}"), Cancel);

        Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);
    }
}
