using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ChatBot.Web.Data.Rows;
using ChatBot.Web.Tests.Houses;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Tests.Channels.BotFramework;

/// <summary>A house that a false Azure writes to.</summary>
internal sealed class AzureSite : IAsyncDisposable
{
    private readonly HttpClient http = new();

    private readonly bool isGuest;

    private AzureSite(FalseAzure azure, House house, bool isGuest = false) => (Azure, House, this.isGuest) = (azure, house, isGuest);

    public FalseAzure Azure { get; }

    public House House { get; }

    public static async Task<AzureSite> Open(Action<HousePlan>? change = null, Database database = Database.Sqlite)
    {
        var azure = await FalseAzure.Open();
        return new AzureSite(azure, await House.Open(database, plan =>
        {
            foreach (var (name, value) in azure.Settings)
                plan.Settings[name] = value;
            change?.Invoke(plan);
        }));
    }

    /// <summary>The same in a house that somebody else closes.</summary>
    public static AzureSite Of(FalseAzure azure, House house) => new(azure, house, isGuest: true);

    /// <summary>An activity of the web chat of Azure, with whatever a test changes in it.</summary>
    public JsonObject Message(string text, string id = "c7|0001", Action<JsonObject>? change = null)
    {
        var activity = new JsonObject
        {
            ["type"] = "message",
            ["id"] = id,
            ["timestamp"] = "2026-11-23T02:00:00.000Z",
            ["serviceUrl"] = Azure.ServiceUrl,
            ["channelId"] = "webchat",
            ["from"] = new JsonObject { ["id"] = "dl_u1", ["name"] = "Trần Thị Bình", ["role"] = "user" },
            ["conversation"] = new JsonObject { ["id"] = "c7" },
            ["recipient"] = new JsonObject { ["id"] = "tro-ly", ["name"] = "Trợ lý" },
            ["text"] = text,
            ["locale"] = "vi-VN",
        };
        change?.Invoke(activity);
        return activity;
    }

    /// <summary>An event of the desk behind the channel.</summary>
    public JsonObject Status(string state, string id) => Message("", id, it =>
    {
        (it["type"], it["name"], it["value"]) = ("event", "handoff.status", new JsonObject { ["state"] = state });
        it.Remove("text");
    });

    public async Task<(HttpStatusCode Code, JsonNode? Body)> Posts(JsonNode activity, string? token = null) => await Posts(Encoding.UTF8.GetBytes(activity.ToJsonString()), token ?? Azure.Mint(House.Clock.GetUtcNow()));

    public async Task<(HttpStatusCode Code, JsonNode? Body)> Posts(byte[] body, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{House.Address}/api/messages") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        if (token.Length > 0)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var said = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (answer.StatusCode, said.StartsWith('{') ? JsonNode.Parse(said) : null);
    }

    /// <summary>Somebody writes, and everything that follows has happened.</summary>
    public async Task Hears(string text, string id = "c7|0001")
    {
        Assert.Equal(HttpStatusCode.OK, (await Posts(Message(text, id))).Code);
        await House.Quiet();
    }

    public Task<ConversationRow> Conversation() => House.Read(db => db.Conversations.AsNoTracking().SingleAsync());

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        if (isGuest)
            return;
        await House.DisposeAsync();
        await Azure.DisposeAsync();
    }
}
