using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace ChatBot.Web.Channels.WebChat;

/// <summary>Who calls: a visitor with a token, or a trusted server with the secret.</summary>
/// <param name="Visitor">Null for the trusted server.</param>
public sealed record DirectLineCaller(WebChatVisitor? Visitor)
{
    /// <summary>The caller the door has let in.</summary>
    public static DirectLineCaller Of(HttpContext context) => context.Features.GetRequiredFeature<DirectLineCaller>();
}

/// <summary>Stands before every Direct Line call: only the secret, or a good token for this very conversation, goes through.</summary>
public sealed class DirectLineDoor(WebChatTokens tokens, IOptions<WebChatOptions> options) : IEndpointFilter
{
    private const string Scheme = "Bearer ";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (Shown(http.Request) is not { } shown)
            return DirectLineError.NoToken;

        var conversation = http.GetRouteValue("conversation") as string;
        if (IsSecret(shown))
            return conversation is null || WebChatVisitor.IsId(conversation) ? await Enter(null) : DirectLineError.NoConversation;

        return await tokens.Read(shown) switch
        {
            null => DirectLineError.BadToken,
            { Expired: true } => DirectLineError.TokenExpired,
            { Visitor: var visitor } when conversation is not null && conversation != visitor.Id => DirectLineError.OtherConversation,
            { Visitor: var visitor } when !Fits(http.Request.Headers.Origin, visitor.Origins) => DirectLineError.OtherOrigin,
            { Visitor: var visitor } => await Enter(visitor),
        };

        ValueTask<object?> Enter(WebChatVisitor? visitor)
        {
            http.Features.Set(new DirectLineCaller(visitor));
            return next(context);
        }
    }

    /// <summary>A browser cannot put a header on a WebSocket, so the stream's address carries the token.</summary>
    private static string? Shown(HttpRequest request) =>
        request.Headers.Authorization.ToString() is { } header && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim()
        : request.Query["t"].ToString() is { Length: > 0 } token ? token
        : null;

    private static bool Fits(string? origin, IReadOnlyList<string> origins) =>
        origins.Count == 0 || string.IsNullOrEmpty(origin) || origins.Contains(origin, StringComparer.OrdinalIgnoreCase);

    private bool IsSecret(string shown) =>
        options.Value.Secret is { Length: > 0 } secret
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(shown), Encoding.UTF8.GetBytes(secret));
}
