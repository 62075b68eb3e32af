using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace ChatBot.Web.Channels.Messenger;

/// <summary>The webhook of Messenger: checks, reads, keeps, answers 200. It never thinks.</summary>
public static partial class MessengerWebhook
{
    /// <summary>Bytes of the largest body taken; Meta's batches stay far below.</summary>
    public const int LargestBody = 2 * 1024 * 1024;

    private const string Path = "/webhooks/messenger";

    public static void MapMessenger(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path, Verify);
        app.MapPost(Path, Receive);
    }

    // GET ?hub.mode=subscribe&hub.verify_token=OURS&hub.challenge=1158201444
    private static IResult Verify(HttpRequest request, IOptions<MessengerOptions> options)
    {
        var query = request.Query;
        var fits = query["hub.mode"] == "subscribe" && CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(query["hub.verify_token"].ToString()), Encoding.UTF8.GetBytes(options.Value.VerifyToken));
        return fits ? Results.Text(query["hub.challenge"].ToString()) : Results.StatusCode(StatusCodes.Status403Forbidden);
    }

    private static async Task<IResult> Receive(HttpRequest request, IOptions<MessengerOptions> options, Keep keep, KeepComments keepComments, ILogger<MessengerChannel> log, CancellationToken cancellationToken)
    {
        if (await RequestBody.Read(request, LargestBody, cancellationToken) is not { } body)
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        if (!MessengerSignature.Fits(body, request.Headers["X-Hub-Signature-256"], options.Value.AppSecret))
        {
            log.WrongSignature(body.Length);
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        try
        {
            var events = new MessengerPayload(options.Value.AppId).Read(body);
            if (events.Count > 0)
                await keep(events, cancellationToken);
            await keepComments([.. MessengerComments.Read(body).Where(it => options.Value.InvitesComments(it.Page))], cancellationToken);
            return Results.Text("EVENT_RECEIVED");
        }
        catch (JsonException)
        {
            log.NotJson(body.Length);
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }
    }

    [LoggerMessage(LogLevel.Warning, "A Messenger webhook body of {Bytes} bytes has no right signature: refused. If this goes on, compare Messenger:AppSecret with the Meta app page")]
    private static partial void WrongSignature(this ILogger log, int bytes);

    [LoggerMessage(LogLevel.Warning, "A signed Messenger webhook body of {Bytes} bytes is no JSON object: refused")]
    private static partial void NotJson(this ILogger log, int bytes);
}
