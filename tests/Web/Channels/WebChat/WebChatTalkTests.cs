using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatBot.Talk.Activities;
using ChatBot.Web.Channels.WebChat;
using ChatBot.Web.Tests.Channels.Talks;
using ChatBot.Web.Tests.Houses;

namespace ChatBot.Web.Tests.Channels.WebChat;

/// <summary>The talks on the union's own page, through Direct Line. Limits: the Activity schema and 256 K characters.</summary>
public sealed class WebChatTalkTests : HouseTalkContract
{
    private const int LongestActivity = 256 * 1024;

    private readonly Dictionary<string, Visitor> visitors = [];
    private HttpClient http = null!;

    // The pages are on this very site.
    public override string Site => "";

    // The page greets by itself.
    public override Activity? Opening => null;

    public override async ValueTask InitializeAsync()
    {
        House = await House.Open(Database.Sqlite, Furnish);
        http = new HttpClient { BaseAddress = new Uri(House.Address) };
    }

    public override async ValueTask DisposeAsync()
    {
        http.Dispose();
        await House.DisposeAsync();
    }

    public override Task Types(string person, string words) => Posts(person, new { type = "message", text = words, from = new { id = "me" }, channelData = new { clientActivityID = NewId } });

    // Buttons of a card as our page sends them; those below as the official client does, whose text is the payload.
    public override Task Taps(string person, Button button) => button.OnCard
        ? Posts(person, new { type = "message", text = button.Title, value = button.Sends, from = new { id = "me" }, channelData = new { clientActivityID = NewId, postBack = true } })
        : Posts(person, new { type = "message", text = button.Sends, from = new { id = "me" }, channelData = new { clientActivityID = NewId, postBack = true } });

    public override async Task SendsPicture(string person, string words)
    {
        var said = JsonSerializer.SerializeToUtf8Bytes(new { type = "message", text = words, from = new { id = "me" } });
        var activity = new ByteArrayContent(said) { Headers = { ContentType = new("application/vnd.microsoft.activity") } };
        var picture = new ByteArrayContent(Houses.Some.Picture) { Headers = { ContentType = new("image/png") } };
        using var form = new MultipartFormDataContent { { activity, "activity" }, { picture, "file", "anh.png" } };
        await Sends(person, "upload", form);
    }

    public override Task OpensChat(string person) => throw new InvalidOperationException("The bot does not hear of it.");

    public override void Fits(Shown message)
    {
        var sent = message.Body!;
        AtMost(LongestActivity, "the activity", sent.ToJsonString());
        Assert.Equal("message", (string?)sent["type"]);
        Assert.All((string[])["conversation", "from"], it => Assert.NotNull((string?)sent[it]?["id"]));
        Assert.All(sent["attachments"]?.AsArray() ?? [], it => Assert.NotNull((string?)it!["contentType"]));
        Assert.All(message.Buttons, it => Assert.True(it.OnCard || it.Opens is null, "a link is no suggestion"));
        if (sent["suggestedActions"] is { } suggested)
            Assert.Empty(suggested["to"]!.AsArray());
    }

    protected override string ConversationOf(string person) => $"webchat:site:{visitors.GetValueOrDefault(person)?.Conversation}";

    protected override async Task<IReadOnlyList<Shown>> All(string person)
    {
        if (!visitors.ContainsKey(person))
            return [];
        using var request = await Request(person, HttpMethod.Get, $"activities?watermark={visitors[person].Watermark}");
        using var answer = await http.SendAsync(request, Cancel);
        var news = (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonNode>(Cancel))!;
        var visitor = visitors[person];
        visitors[person] = visitor with
        {
            Watermark = (string)news["watermark"]!,
            // What is deleted there has been read here.
            Read = [.. visitor.Read, .. news["activities"]!.AsArray().Where(it => (string?)it!["from"]!["role"] == "bot").Select(it => Seen.Of(it!))],
        };
        return visitors[person].Read;
    }

    private Task Posts(string person, object activity) => Sends(person, "activities", JsonContent.Create(activity));

    private async Task Sends(string person, string where, HttpContent content)
    {
        using var request = await Request(person, HttpMethod.Post, where);
        request.Content = content;
        using var answer = await http.SendAsync(request, Cancel);
        answer.EnsureSuccessStatusCode();
    }

    private async Task<HttpRequestMessage> Request(string person, HttpMethod method, string where)
    {
        var visitor = visitors[person] = await Fresh(visitors.GetValueOrDefault(person));
        return new HttpRequestMessage(method, new Uri($"/v3/directline/conversations/{visitor.Conversation}/{where}", UriKind.Relative))
        {
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", visitor.Token) },
        };
    }

    // As our page does: a token is exchanged before it ends, and long after it as well.
    private async Task<Visitor> Fresh(Visitor? known)
    {
        if (known is not null && Clock.GetUtcNow() < known.Since + (WebChatTokens.Lifetime / 2))
            return known;
        using var answer = await http.PostAsJsonAsync("/chat/token", new { token = known?.Token }, Cancel);
        var ticket = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(Cancel);
        var (conversation, token) = (ticket.GetProperty("conversationId").GetString()!, ticket.GetProperty("token").GetString()!);
        return (known ?? new Visitor(conversation, "", [])) with { Token = token, Since = Clock.GetUtcNow() };
    }

    private sealed record Visitor(string Conversation, string Watermark, IReadOnlyList<Shown> Read)
    {
        public string Token { get; init; } = "";

        public DateTimeOffset Since { get; init; }
    }
}
