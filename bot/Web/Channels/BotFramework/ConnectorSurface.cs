using ChatBot.Talk.Activities;
using ChatBot.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ChatBot.Web.Channels.BotFramework;

/// <summary>The Connector of another desk, `/api/desk/v3/conversations/…`: there it answers the workers it was called for, as a bot answers any channel (Connector REST API 3.0).</summary>
public static partial class ConnectorSurface
{
    private const string Path = "/api/desk";

    /// <summary>The `serviceUrl` we tell it.</summary>
    public static string ServiceUrl(string site) => $"{site.TrimEnd('/')}{Path}/";

    public static void MapOtherDesk(this IEndpointRouteBuilder app)
    {
        var conversations = app.MapGroup($"{Path}/v3/conversations").AddEndpointFilter(LetIn);
        conversations.MapPost("/{conversation}/activities", Say);
        conversations.MapPost("/{conversation}/activities/{answered}", Say);
        conversations.MapGet("/{conversation}/members", (string conversation, ConnectorMembers members, CancellationToken token) => members.All(Whole(conversation), token));
        conversations.MapGet("/{conversation}/pagedmembers", (string conversation, ConnectorMembers members, CancellationToken token) => members.Paged(Whole(conversation), token));
        conversations.MapGet("/{conversation}/members/{member}", (string conversation, string member, ConnectorMembers members, CancellationToken token) => members.One(Whole(conversation), Whole(member), token));
        conversations.MapGet("/{conversation}/activities/{activity}/members", (string conversation, ConnectorMembers members, CancellationToken token) => members.All(Whole(conversation), token));
        conversations.MapPost("/{conversation}/activities/history", () => ConnectorError.NotDone);
        // Whoever is said something cannot be made not to have read it, nobody is written to who was not handed over, and files stay where they are.
        conversations.Map("/{**rest}", () => ConnectorError.NotDone);
    }

    private static async ValueTask<object?> LetIn(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var services = http.RequestServices;
        switch (await services.GetRequiredService<BotFrameworkDoor>().JudgeDesk(http.Request.Headers.Authorization, http.RequestAborted))
        {
            case Admission.Granted:
                return await next(context);
            case Admission.KeysAway:
                http.Response.Headers.RetryAfter = "5";
                return ConnectorError.KeysAway;
            case Admission.Denied(var why):
                services.GetRequiredService<ILogger<BotFrameworkDoor>>().DeskDenied(why);
                return ConnectorError.NoToken;
            case var other:
                throw new InvalidOperationException($"A new kind of admission needs an answer: {other}.");
        }
    }

    // { "type": "message", "text": "Chào chị, mình là Lan ở văn phòng luật sư", "from": { "id": "lan", "name": "Lan" } }
    private static async Task<IResult> Say(HttpContext http, string conversation, HearDesk hear)
    {
        if (await RequestBody.Read(http.Request, BotFrameworkPayload.LargestBody, http.RequestAborted) is not { } body)
            return ConnectorError.TooBig;
        if (BotFrameworkPayload.ParseAny(body) is not { } activity)
            return ConnectorError.NoActivity;
        if ((activity.Type == ActivityTypes.Message ? DeskMessage.Read(activity) : activity) is not { } said)
            return ConnectorError.NothingSaid;
        return await hear(Whole(conversation), said, http.RequestAborted) switch
        {
            DeskHeard.Taken(var id) => Results.Json(new { id }),
            DeskHeard.Unknown => ConnectorError.NoConversation,
            DeskHeard.NotCalled => ConnectorError.NotCalled,
            var other => throw new InvalidOperationException($"A new outcome needs an answer: {other}."),
        };
    }

    // The one sign that is left as it was in a path: some channels have it in their ids.
    private static string Whole(string id) => id.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    [LoggerMessage(LogLevel.Warning, "A call of /api/desk has no right token ({Why}): refused. If this goes on, compare BotFramework:Desk:AppId with the other desk's registration")]
    private static partial void DeskDenied(this ILogger log, string why);
}

/// <summary>Who is in a conversation: the worker and the bot.</summary>
public sealed class ConnectorMembers(IDbContextFactory<ChatDb> databases, IOptions<BotFrameworkOptions> options)
{
    internal async Task<IResult> All(string conversation, CancellationToken cancellationToken) =>
        await Of(conversation, cancellationToken) is { } members ? Results.Json(members, ActivityJson.Options) : ConnectorError.NoConversation;

    internal async Task<IResult> Paged(string conversation, CancellationToken cancellationToken) =>
        await Of(conversation, cancellationToken) is { } members ? Results.Json(new { members }, ActivityJson.Options) : ConnectorError.NoConversation;

    internal async Task<IResult> One(string conversation, string member, CancellationToken cancellationToken) =>
        (await Of(conversation, cancellationToken))?.FirstOrDefault(it => it.Id == member) is { } one ? Results.Json(one, ActivityJson.Options) : ConnectorError.NoConversation;

    // Only of those it was called into.
    private async Task<ChannelAccount[]?> Of(string conversation, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Conversations.AsNoTracking().SingleOrDefaultAsync(row => row.Id == conversation && row.AtOtherDesk, cancellationToken) is { } row
            ? [new ChannelAccount(row.Person, row.Name, "user"), new ChannelAccount(options.Value.AppId, Role: "bot")]
            : null;
    }
}

/// <summary>What our Connector answers when it does not do what was asked.</summary>
public sealed record ConnectorError(int Status, string Code, string Message) : ErrorAnswer(Status, Code, Message)
{
    public static readonly ConnectorError NoToken = new(401, "Unauthorized", "Send the header Authorization: Bearer <a token that Entra ID gave to BotFramework:Desk:AppId for BotFramework:AppId>");
    public static readonly ConnectorError NoActivity = new(400, "BadSyntax", "The body is no activity: a JSON object with a type is");
    public static readonly ConnectorError NothingSaid = new(400, "BadArgument", "A message needs text, or an attachment with an https address: cards cannot be shown on every channel");
    public static readonly ConnectorError NoConversation = new(404, "ConversationNotFound", "There is no such conversation, or it was not handed over");
    public static readonly ConnectorError NotCalled = new(403, "Forbidden", "The bot or an advisor of the union has this conversation now; it comes with the next handoff.initiate");
    public static readonly ConnectorError NotDone = new(405, "MethodNotAllowed", "Activities can be sent here, and members read; nothing can be changed, deleted or begun");
    public static readonly ConnectorError TooBig = new(413, "MessageSizeTooBig", "An activity may have 256 K characters");
    public static readonly ConnectorError KeysAway = new(503, "ServiceUnavailable", "The keys of Entra ID cannot be read at the moment; send it again");
}
