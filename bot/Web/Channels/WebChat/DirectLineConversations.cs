using System.Text.Json;
using ChatBot.Talk.Activities;

namespace ChatBot.Web.Channels.WebChat;

/// <summary>Tokens and conversations: `tokens/generate`, `tokens/refresh`, `conversations`.</summary>
public static class DirectLineConversations
{
    private const int LargestBody = 64 * 1024;

    public static void Map(IEndpointRouteBuilder directLine)
    {
        directLine.MapPost("/tokens/generate", Generate);
        directLine.MapPost("/tokens/refresh", Refresh);
        directLine.MapPost("/conversations", Start);
        directLine.MapGet("/conversations/{conversation}", Reconnect);
    }

    private static async Task<IResult> Generate(HttpContext http, WebChatTokens tokens)
    {
        if (DirectLineCaller.Of(http).Visitor is not null)
            return DirectLineError.SecretOnly;

        var (visitor, error) = await Wanted(http.Request);
        return error ?? Written(Ticket.For(visitor!, tokens));
    }

    private static IResult Refresh(HttpContext http, WebChatTokens tokens) =>
        DirectLineCaller.Of(http).Visitor is { } visitor ? Written(Ticket.For(visitor, tokens)) : DirectLineError.TokenOnly;

    private static async Task<IResult> Start(HttpContext http, WebChatTokens tokens, WebChatTranscript transcript)
    {
        var (wanted, error) = await Wanted(http.Request);
        if (error is not null)
            return error;

        var visitor = DirectLineCaller.Of(http).Visitor ?? wanted!;
        var known = await transcript.Has(visitor.Id, http.RequestAborted);
        return Written(Ticket.For(visitor, tokens).WithStream(http.Request, null), known ? StatusCodes.Status200OK : StatusCodes.Status201Created);
    }

    private static IResult Reconnect(HttpContext http, string conversation, string? watermark, WebChatTokens tokens)
    {
        if (!Watermark.TryRead(watermark, out _))
            return Watermark.Wrong;

        var visitor = DirectLineCaller.Of(http).Visitor ?? new WebChatVisitor(conversation);
        return Written(Ticket.For(visitor, tokens).WithStream(http.Request, watermark));
    }

    /// <summary>Whom the body names; nobody named is somebody new. With a token the body counts for nothing.</summary>
    private static async Task<(WebChatVisitor?, DirectLineError?)> Wanted(HttpRequest request)
    {
        if (await RequestBody.Read(request, LargestBody, request.HttpContext.RequestAborted) is not { } body)
            return (null, DirectLineError.TooBig);
        try
        {
            var wish = body.Length == 0 ? null : JsonSerializer.Deserialize<Wish>(body, ActivityJson.Options);
            var visitor = wish?.User?.Id is { Length: > 0 } id ? new WebChatVisitor(id, wish.User.Name) : WebChatVisitor.Somebody();
            return WebChatVisitor.IsId(visitor.Id) || DirectLineCaller.Of(request.HttpContext).Visitor is not null
                ? (visitor with { Origins = wish?.TrustedOrigins ?? [] }, null)
                : (null, DirectLineError.Bad("user.id must begin with dl_ and have at most 64 letters, digits, '.', '_' or '-' after it"));
        }
        catch (JsonException)
        {
            return (null, DirectLineError.Bad("The body is not JSON"));
        }
    }

    private static IResult Written(Ticket ticket, int status = StatusCodes.Status200OK) => Results.Json(ticket, ActivityJson.Options, statusCode: status);

    // { "user": { "id": "dl_u1", "name": "Nguyễn Văn Ba" }, "trustedOrigins": ["https://congdoan.example.vn"] }
    private sealed record Wish(WishedUser? User, string[]? TrustedOrigins);

    private sealed record WishedUser(string? Id, string? Name);
}

/// <summary>What a client needs to talk: its conversation, a token, and where the stream is.</summary>
// { "conversationId": "dl_5f", "token": "…", "expires_in": 1800, "streamUrl": "wss://…/stream?watermark=-&t=…" }
public sealed record Ticket(
    string ConversationId,
    string Token,
    [property: System.Text.Json.Serialization.JsonPropertyName("expires_in")] int ExpiresIn)
{
    public string? StreamUrl { get; init; }

    public static Ticket For(WebChatVisitor visitor, WebChatTokens tokens) =>
        new(visitor.Id, tokens.Issue(visitor), (int)WebChatTokens.Lifetime.TotalSeconds);

    /// <param name="watermark">After which line the stream begins; null: from the start.</param>
    public Ticket WithStream(HttpRequest request, string? watermark) => this with
    {
        StreamUrl = $"{(request.IsHttps ? "wss" : "ws")}://{request.Host}{request.PathBase}{WebChatSetup.DirectLine}/conversations/{ConversationId}"
            + $"/stream?watermark={(string.IsNullOrEmpty(watermark) ? "-" : watermark)}&t={Token}",
    };
}
