using System.Text;
using System.Text.Json;
using ChatBot.Talk.Activities;
using ChatBot.Web.Channels;
using ChatBot.Web.Channels.WebChat;
using ChatBot.Web.Conversations;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace ChatBot.Web.Tests.Channels.Fuzzing;

/// <summary>The program's own endpoints, called without a server; where the inbox would write, it is looked at whether both databases could.</summary>
internal sealed class Doors : IAsyncDisposable
{
    /// <summary>Bytes that an index of PostgreSQL takes, and a few less.</summary>
    private const int LongestKey = 2600;

    // Set: whoever calls has no right signature, and nothing of it may be kept.
    private static readonly AsyncLocal<bool> IsStranger = new();

    private readonly WebApplication app;

    private readonly bool keepsNothing;

    /// <param name="keepsNothing">The inbox answers that it cannot write, so that nobody waits for what follows.</param>
    public Doors(Dictionary<string, string?> settings, bool keepsNothing = false)
    {
        this.keepsNothing = keepsNothing;
        app = Program.Build([.. settings.Select(it => $"--{it.Key}={it.Value}")], builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new FakeTimeProvider(Now)));
            builder.Services.Replace(ServiceDescriptor.Singleton<Keep>(Keep));
            builder.Services.Replace(ServiceDescriptor.Singleton<KeepComments>(KeepComments));
            builder.Services.Replace(ServiceDescriptor.Singleton<HearDesk>(Hear));
            // No caller comes a second time.
            builder.Services.Replace(ServiceDescriptor.Transient<WebChatLimits, WebChatLimits>());
        });
    }

    public static DateTimeOffset Now { get; } = new(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(7));

    public T Get<T>() where T : notnull => app.Services.GetRequiredService<T>();

    /// <summary>One endpoint.</summary>
    public Door Open(string path)
    {
        var endpoint = ((IEndpointRouteBuilder)app).DataSources.SelectMany(it => it.Endpoints).OfType<RouteEndpoint>()
            .Single(it => it.RoutePattern.RawText == path && it.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Contains("POST"));
        return new Door(app.Services, endpoint.RequestDelegate!);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private Task Keep(IReadOnlyList<Incoming> events, CancellationToken cancellationToken)
    {
        Assert.False(IsStranger.Value, "It was kept without a right signature.");
        foreach (var it in events)
            CanBeKept(it);
        return keepsNothing ? Task.FromException(new StoreUnavailable("The test is over.")) : Task.CompletedTask;
    }

    private static Task KeepComments(IReadOnlyList<PageComment> comments, CancellationToken cancellationToken)
    {
        Assert.False(IsStranger.Value && comments.Count > 0, "A comment was kept without a right signature.");
        foreach (var it in comments)
            CanBeWritten([it.Page + it.CommentId], it.Text);
        return Task.CompletedTask;
    }

    private static Task<DeskHeard> Hear(string conversation, Activity said, CancellationToken cancellationToken)
    {
        Assert.False(IsStranger.Value, "It was heard without a right token.");
        if (said.Type == ActivityTypes.Message)
            CanBeWritten([], ActivityJson.Write(said), said.From?.Name, Folding.Of(said));
        return Task.FromResult<DeskHeard>(new DeskHeard.Taken("1"));
    }

    private static void CanBeKept(Incoming it)
    {
        var written = ActivityJson.Write(it.Activity);
        CanBeWritten([it.ConversationId, it.Page + it.ExternalId], [it.Reference, written, it.Activity.From?.Name, Folding.Of(it.Activity), .. it.Files.SelectMany(file => new[] { file.Name, file.Url })]);
        _ = Burst.IsPiece(ActivityJson.Read(written));
        foreach (var file in it.Files)
            CanBeWritten([], CheckedFile.Of(file.Name, file.Content, most: 10 * 1024 * 1024).Name);
        if (it.Channel == WebChatPayload.Channel)
            _ = ActivityJson.Write(WebChatPayload.ToBrowser(new SaidRow { ConversationId = it.ConversationId, Author = Author.Worker, Activity = written }, it.Person));
    }

    // PostgreSQL takes no NUL in a text, nobody takes half a letter, and an index takes no novel.
    public static void CanBeWritten(IEnumerable<string> keys, params IEnumerable<string?> texts)
    {
        foreach (var key in keys)
            if (Encoding.UTF8.GetByteCount(key) > LongestKey)
                Assert.Fail($"Too long for an index: {key}");
        foreach (var text in texts.Concat(keys))
            if (text is not null && (text.Contains('\0') || !HasWholeLetters(text)))
                Assert.Fail($"Cannot be written: {JsonSerializer.Serialize(text)}");
    }

    private static bool HasWholeLetters(string text)
    {
        for (var i = 0; i < text.Length; i += char.IsHighSurrogate(text[i]) ? 2 : 1)
            if (char.IsSurrogate(text[i]) && (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1])))
                return false;
        return true;
    }

    /// <summary>An endpoint, to be called again and again.</summary>
    internal sealed class Door(IServiceProvider services, RequestDelegate endpoint)
    {
        /// <summary>Called by somebody who has the right to.</summary>
        /// <param name="expected">The statuses of which one is the answer.</param>
        public async Task Post(byte[] body, Action<HttpRequest> with, params int[] expected)
        {
            await using var scope = services.CreateAsyncScope();
            var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
            (http.Request.Method, http.Request.Body, http.Request.ContentLength, http.Request.ContentType) = ("POST", new MemoryStream(body), body.Length, "application/json");
            with(http.Request);
            var status = await Answer(http);
            if (!expected.Contains(status))
                Assert.Fail($"The answer was {status}.");
        }

        /// <summary>Called by somebody who has not: nothing of it may be kept.</summary>
        public async Task PostAsStranger(byte[] body, Action<HttpRequest> with, params int[] expected)
        {
            IsStranger.Value = true;
            await Post(body, with, expected);
        }

        private async Task<int> Answer(HttpContext http)
        {
            try
            {
                await endpoint(http);
                return http.Response.StatusCode;
            }
            catch (StoreUnavailable)
            {
                // As the web edge answers.
                return StatusCodes.Status503ServiceUnavailable;
            }
        }
    }
}
