using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ChatBot.Talk.Activities;
using ChatBot.Web.Channels;
using ChatBot.Web.Channels.WebChat;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace ChatBot.Web.Tests.Channels.WebChat;

/// <summary>The rooms up to Web chat on a real socket and a real SQLite file; behind the inbox's door stands the test.</summary>
public sealed class ChatSite : IAsyncDisposable
{
    public const string Secret = "a-secret-for-tests-only";

    private readonly string folder = Directory.CreateTempSubdirectory("chat-site").FullName;

    private WebApplication? app;

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(7))) { AutoAdvanceAmount = TimeSpan.FromMilliseconds(1) };

    /// <summary>Every activity that came through the door, as it was kept.</summary>
    public List<Incoming> Kept { get; } = [];

    /// <summary>Set: the door takes nothing.</summary>
    public bool StoreIsAway { get; set; }

    public Uri Address { get; private set; } = new("http://127.0.0.1:0");

    public HttpClient Http { get; private set; } = new();

    /// <param name="settings">`DirectLine:…` and their values.</param>
    public static async Task<ChatSite> Open(params (string Name, string? Value)[] settings)
    {
        var site = new ChatSite();
        await site.Start(settings.Length == 0 ? [("DirectLine:Secret", Secret)] : settings);
        return site;
    }

    public async Task Start(params (string Name, string? Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = Path.Combine(Repository.Root, "bot", "Web"), EnvironmentName = "Production" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(Address.ToString());
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(it => it.Name, it => it.Value));
        builder.Configuration["ConnectionStrings:Chat"] = $"Data Source={Path.Combine(folder, "chat.db")}";
        builder.Services.AddSingleton<TimeProvider>(Time).AddSingleton<LiveFeed>().AddSingleton<Keep>(Keep);
        builder.Services.AddData(builder.Configuration).AddWebChat(builder.Configuration);
        app = builder.Build();
        app.MapWebChat();
        await app.StartAsync(Cancel);
        Address = new Uri(app.Urls.Single());
        Http = new HttpClient { BaseAddress = Address };
    }

    public async Task Stop()
    {
        await app!.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        Http.Dispose();
    }

    /// <summary>The answer is an error in the documented shape.</summary>
    public static void Expect(HttpStatusCode status, string code, Answer answer)
    {
        Assert.Equal(status, answer.Status);
        Assert.Equal(code, answer.Body.GetProperty("error").GetProperty("code").GetString());
        Assert.NotEmpty(answer.Body.GetProperty("error").GetProperty("message").GetString()!);
    }

    public async Task<Answer> Call(HttpMethod method, string path, string? bearer = null, object? body = null)
    {
        var content = body switch
        {
            null => null,
            HttpContent ready => ready,
            string raw => new StringContent(raw, Encoding.UTF8, "application/json"),
            _ => new StringContent(JsonSerializer.Serialize(body, ActivityJson.Options), Encoding.UTF8, "application/json"),
        };
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (bearer is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        using var response = await Http.SendAsync(request, Cancel);
        var text = await response.Content.ReadAsStringAsync(Cancel);
        return new Answer(response.StatusCode, text.Length > 0 && text[0] == '{' ? JsonSerializer.Deserialize<JsonElement>(text) : default, response.Headers);
    }

    /// <summary>A token of a trusted server for somebody new.</summary>
    public async Task<(string Token, string Conversation)> Visitor(object? body = null)
    {
        var answer = await Call(HttpMethod.Post, "/v3/directline/tokens/generate", Secret, body ?? new { });
        return (answer.Body.GetProperty("token").GetString()!, answer.Body.GetProperty("conversationId").GetString()!);
    }

    /// <summary>Somebody of ours says something: it stands in the transcript, and leaves as far as <paramref name="state"/> says.</summary>
    public async Task Say(string conversation, Activity activity, Author author = Author.Bot, OutboxState state = OutboxState.Sent)
    {
        await using var db = await Db();
        var key = $"webchat:site:{conversation}";
        var reply = new OutboxRow { ConversationId = key, Channel = "webchat", Page = "site", Activity = ActivityJson.Write(activity), Author = author, State = state, CreatedAt = Time.GetUtcNow() };
        var leaves = author is Author.Bot or Author.Advisor;
        if (leaves)
            db.Outbox.Add(reply);
        await db.SaveChangesAsync(Cancel);
        db.Said.Add(new SaidRow
        {
            ConversationId = key,
            Author = author,
            AuthorName = author == Author.Advisor ? "Lan" : null,
            At = Time.GetUtcNow(),
            Activity = ActivityJson.Write(activity),
            OutboxId = leaves ? reply.Id : null,
        });
        await db.SaveChangesAsync(Cancel);
        Changed(key);
    }

    public Task Say(string conversation, string text, Author author = Author.Bot) => Say(conversation, new Activity { Text = text }, author);

    public async Task<ChatDb> Db() => await app!.Services.GetRequiredService<IDbContextFactory<ChatDb>>().CreateDbContextAsync(Cancel);

    public void Changed(string key) => app!.Services.GetRequiredService<LiveFeed>().Tell(key);

    public T The<T>() where T : notnull => app!.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await Stop();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    // What the inbox does, as far as Web chat sees it: once by id, and a line in the transcript.
    private async Task Keep(IReadOnlyList<Incoming> events, CancellationToken cancellationToken)
    {
        if (StoreIsAway)
            throw new StoreUnavailable("The test says so.");
        await using var db = await Db();
        foreach (var it in events.Where(it => Kept.All(kept => kept.ExternalId != it.ExternalId)))
        {
            Kept.Add(it);
            if (!await db.Conversations.AnyAsync(row => row.Id == it.ConversationId, cancellationToken))
                db.Conversations.Add(new ConversationRow { Id = it.ConversationId, Channel = it.Channel, Page = it.Page, Person = it.Person });
            db.Said.Add(new SaidRow { ConversationId = it.ConversationId, Author = Author.Worker, At = Time.GetUtcNow(), Activity = ActivityJson.Write(it.Activity) });
            await db.SaveChangesAsync(cancellationToken);
            Changed(it.ConversationId);
        }
    }

    public sealed record Answer(HttpStatusCode Status, JsonElement Body, HttpResponseHeaders Headers);
}
