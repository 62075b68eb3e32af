using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChatBot.Web.Tests.Houses;

/// <summary>What the false Graph does with a message.</summary>
public abstract record GraphAnswer
{
    private GraphAnswer() { }

    /// <summary>Takes it, after a while.</summary>
    public sealed record Takes(TimeSpan After = default) : GraphAnswer;

    /// <summary>503, nothing taken.</summary>
    public sealed record Busy : GraphAnswer;

    /// <summary>Takes it, and the connection breaks before the answer.</summary>
    public sealed record TakesAndDrops : GraphAnswer;

    /// <summary>An error as Graph writes it.</summary>
    public sealed record Refuses(int Code, int Subcode = 0) : GraphAnswer;
}

/// <summary>A message the false Graph was asked to carry.</summary>
/// <param name="Person">Whom it goes to: a person's id, or the id of the comment they wrote.</param>
/// <param name="Key">The metadata: `outbox:7`.</param>
/// <param name="Text">What the person reads first: the text, or the text of the template.</param>
public sealed record GraphMessage(string Page, string Person, string Mid, string? Key, string Text, JsonNode Body);

/// <summary>Plays the Send API of Meta on a real socket, and sends the echoes of what it took to the webhook.</summary>
public sealed class FalseGraph : IAsyncDisposable
{
    private readonly ConcurrentQueue<GraphMessage> taken = new();
    private readonly ConcurrentQueue<GraphAnswer> next = new();
    private readonly WebApplication app;
    private int numbers;

    private FalseGraph(WebApplication app) => this.app = app;

    /// <summary>Messages that were taken, in order; each would be on the person's phone.</summary>
    public IReadOnlyCollection<GraphMessage> Taken => taken;

    /// <summary>How many `mark_seen` and `typing_on` came.</summary>
    public int Actions { get; private set; }

    /// <summary>Where echoes go; null: nobody subscribed to them.</summary>
    public MetaCaller? Echoes { get; set; }

    /// <summary>Called with every message that was taken.</summary>
    public Action<GraphMessage>? OnTaken { get; set; }

    /// <summary>`http://127.0.0.1:41234/v25.0`</summary>
    public string Url => $"{app.Urls.First()}/v25.0";

    public static async Task<FalseGraph> Open()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var graph = new FalseGraph(app);
        app.MapPost("/v25.0/{page}/messages", graph.Receive);
        app.MapGet("/v25.0/{page}", (HttpContext context) => IsProven(context.Request.Query) ? Results.Json(new { name = "Trang Mẫu" }) : Error(190, 0));
        await app.StartAsync();
        return graph;
    }

    /// <summary>The next message is treated so; after that all goes well again.</summary>
    public void AnswersNext(GraphAnswer answer) => next.Enqueue(answer);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<IResult> Receive(HttpContext context, string page)
    {
        if (!IsProven(context.Request.Query))
            return Error(190, 0);
        var body = context.Request.HasFormContentType ? await ReadForm(context) : (await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted))!;
        var person = (string?)body["recipient"]?["id"] ?? (string?)body["recipient"]?["comment_id"];
        if (person is null || body["message"] is null == body["sender_action"] is null)
            return Error(100, 0);
        if (body["message"] is { } message)
            return await Carry(context, new GraphMessage(page == "me" ? Meta.Page : page, person, $"m_out_{Interlocked.Increment(ref numbers)}", (string?)message["metadata"], Read(message), body));
        Actions++;
        return Results.Json(new { recipient_id = person });
    }

    // A file comes as a form: the parts of the message as texts, its bytes in `filedata`.
    private static async Task<JsonNode> ReadForm(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        using var content = new MemoryStream();
        await form.Files["filedata"]!.CopyToAsync(content, context.RequestAborted);
        return new JsonObject
        {
            ["recipient"] = JsonNode.Parse(form["recipient"].ToString()),
            ["messaging_type"] = form["messaging_type"].ToString(),
            ["message"] = JsonNode.Parse(form["message"].ToString()),
            ["filedata"] = Convert.ToBase64String(content.ToArray()),
        };
    }

    private async Task<IResult> Carry(HttpContext context, GraphMessage message)
    {
        switch (next.TryDequeue(out var answer) ? answer : new GraphAnswer.Takes())
        {
            case GraphAnswer.Busy:
                return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
            case GraphAnswer.Refuses(var code, var subcode):
                return Error(code, subcode);
            case GraphAnswer.TakesAndDrops:
                Take(message);
                context.Abort();
                return Results.Empty;
            case GraphAnswer.Takes(var after):
                await Task.Delay(after);
                break;
        }

        Take(message);
        return Results.Json(new { recipient_id = message.Person, message_id = message.Mid });
    }

    private void Take(GraphMessage message)
    {
        taken.Enqueue(message);
        OnTaken?.Invoke(message);
        if (Echoes is { } webhook)
            _ = webhook.Deliver(Meta.Echo(message));
    }

    private static string Read(JsonNode message) => (string?)message["text"] ?? (string?)message["attachment"]?["payload"]?["text"] ?? "";

    private static bool IsProven(IQueryCollection query) =>
        query["access_token"] == Meta.Token
        && query["appsecret_proof"] == Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Meta.AppSecret), Encoding.UTF8.GetBytes(Meta.Token)));

    private static IResult Error(int code, int subcode) => Results.Json(
        new { error = new { message = "false Graph", type = "OAuthException", code, error_subcode = subcode, fbtrace_id = "A1" } }, statusCode: StatusCodes.Status400BadRequest);
}
