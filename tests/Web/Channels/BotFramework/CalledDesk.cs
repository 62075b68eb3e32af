using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using ChatBot.Talk;
using ChatBot.Talk.Activities;
using ChatBot.Talk.Handoff;
using ChatBot.Web.Data.Rows;
using ChatBot.Web.Tests.Houses;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Tests.Channels.BotFramework;

/// <summary>A house with another desk at its own address; workers write on a channel that knows nothing of it.</summary>
internal sealed class CalledDesk : IAsyncDisposable
{
    public const string Worker = "false:p1:an";

    private readonly HttpClient http = new();

    private CalledDesk(FalseAzure azure, House house) => (Azure, House) = (azure, house);

    public FalseAzure Azure { get; }

    public House House { get; }

    public static async Task<CalledDesk> Open(Database database = Database.Sqlite, Action<HousePlan>? change = null)
    {
        var azure = await FalseAzure.Open();
        return new CalledDesk(azure, await House.Open(database, plan =>
        {
            foreach (var (name, value) in azure.WithDesk)
                plan.Settings[name] = value;
            plan.Bot = Answer;
            change?.Invoke(plan);
        }));
    }

    /// <summary>What the desk was told: types, names and texts.</summary>
    public IReadOnlyList<string> Told => [.. Azure.AtDesk.Select(it => (string?)it.Body["name"] ?? (string?)it.Body["text"] ?? (string)it.Body["type"]!)];

    public Task<ConversationRow> Conversation() => House.Read(db => db.Conversations.AsNoTracking().SingleAsync());

    public Task<List<string>> Lines() => House.Read(db => db.Said.Where(it => it.Author == Author.System).OrderBy(it => it.Id).Select(it => it.Activity).ToListAsync());

    /// <summary>The desk says something, and everything that follows has happened.</summary>
    public async Task<(HttpStatusCode Code, JsonNode? Body)> Says(JsonObject activity, string conversation = Worker)
    {
        var answer = await Calls(HttpMethod.Post, $"{Uri.EscapeDataString(conversation)}/activities", activity);
        await House.Quiet();
        return answer;
    }

    public Task<(HttpStatusCode Code, JsonNode? Body)> Says(string text) =>
        Says(new JsonObject { ["type"] = "message", ["text"] = text, ["from"] = new JsonObject { ["id"] = "lan", ["name"] = "Lan, luật sư" } });

    public Task<(HttpStatusCode Code, JsonNode? Body)> Tells(string state) =>
        Says(new JsonObject { ["type"] = "event", ["name"] = "handoff.status", ["value"] = new JsonObject { ["state"] = state } });

    public async Task<(HttpStatusCode Code, JsonNode? Body)> Calls(HttpMethod method, string path, JsonNode? body = null, string? token = null)
    {
        using var request = new HttpRequestMessage(method, $"{House.Address}/api/desk/v3/conversations/{path}");
        if (body is not null)
            request.Content = new StringContent(body.ToJsonString(), MediaTypeHeaderValue.Parse("application/json"));
        if ((token ?? Azure.MintEntra(House.Clock.GetUtcNow())) is { Length: > 0 } shown)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", shown);
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var said = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (answer.StatusCode, said.Length > 0 ? JsonNode.Parse(said) : null);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await House.DisposeAsync();
        await Azure.DisposeAsync();
    }

    /// <summary>What its bot says to everything.</summary>
    public static Turn Answer(Conversation before, Activity activity) => activity.Text switch
    {
        "gặp người" => new Turn(before with { Speaker = Speaker.WaitingForAdvisor }, [new Activity { Text = "Mình đã chuyển." }]) { Notes = [new Note.HandedOver("Người lao động xin gặp tư vấn viên.", false)] },
        "hỏi bot" => new Turn(before with { Speaker = Speaker.Bot }, [new Activity { Text = "Bạn hỏi đi." }]) { Notes = [new Note.Returned()] },
        var text => new Turn(before, before.Speaker == Speaker.Bot ? [new Activity { Text = $"Về: {text}" }] : []),
    };
}
