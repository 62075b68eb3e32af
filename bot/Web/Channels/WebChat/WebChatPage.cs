using System.Text.Json;
using ChatBot.Talk.Activities;
using Microsoft.Extensions.Options;

namespace ChatBot.Web.Channels.WebChat;

/// <summary>Our own chat page at `/`, and the tokens it talks with.</summary>
public static class WebChatPage
{
    private const int LargestBody = 8 * 1024;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/", Page);
        app.MapPost("/chat/token", Token).RequireCors(WebChatSetup.TrustedSites);
    }

    private static IResult Page(HttpContext http, IWebHostEnvironment site, IOptions<WebChatOptions> options)
    {
        var headers = http.Response.Headers;
        headers.CacheControl = "no-cache";
        headers.ContentSecurityPolicy =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: https:; base-uri 'none'; form-action 'none'; "
            // Older Safari does not count a WebSocket of this very host as 'self'.
            + $"connect-src 'self' ws://{http.Request.Host} wss://{http.Request.Host}; "
            + $"frame-ancestors 'self' {string.Join(' ', options.Value.TrustedOrigins)}";
        headers["Referrer-Policy"] = "no-referrer";
        headers.XContentTypeOptions = "nosniff";
        return Results.Stream(site.WebRootFileProvider.GetFileInfo("chat/page.html").CreateReadStream(), "text/html; charset=utf-8");
    }

    /// <summary>A token for the person of an earlier one, if it is ours and not older than a month; else for somebody new.</summary>
    // { "token": "…" }
    private static async Task<IResult> Token(HttpContext http, WebChatTokens tokens, WebChatLimits limits, IOptions<WebChatOptions> options)
    {
        if (!IsTrusted(http.Request, options.Value))
            return DirectLineError.OtherOrigin;
        if (WebChatLimits.Refuse(http, limits.Tokens, http.Connection.RemoteIpAddress?.ToString() ?? "") is { } tooMany)
            return tooMany;

        if (await RequestBody.Read(http.Request, LargestBody, http.RequestAborted) is not { } body)
            return DirectLineError.TooBig;

        var earlier = Earlier(body) is { } token ? await tokens.Read(token) : null;
        var visitor = earlier?.Past < WebChatTokens.Remembered ? earlier.Visitor : WebChatVisitor.Somebody();
        http.Response.Headers.CacheControl = "no-store";
        return Results.Json(Ticket.For(visitor, tokens), ActivityJson.Options);
    }

    private static string? Earlier(ReadOnlySpan<byte> body)
    {
        try
        {
            return body.IsEmpty ? null : JsonSerializer.Deserialize<Held>(body, ActivityJson.Options)?.Token;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // A page says where it comes from; a program that is no browser may say what it likes, and is held by the limit alone.
    private static bool IsTrusted(HttpRequest request, WebChatOptions options) =>
        request.Headers.Origin.ToString() is var origin
        && (origin.Length == 0
            || request.Headers["Sec-Fetch-Site"] == "same-origin"
            || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && HostString.FromUriComponent(from) == request.Host)
            || options.TrustedOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase));

    private sealed record Held(string? Token);
}
