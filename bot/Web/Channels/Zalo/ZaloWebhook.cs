using System.Text.Json;
using Microsoft.Extensions.Options;

namespace ChatBot.Web.Channels.Zalo;

/// <summary>The webhook of Zalo: checks, reads, keeps, answers 200. It never thinks.</summary>
public static partial class ZaloWebhook
{
    /// <summary>Bytes of the largest body taken; one event is a few thousand.</summary>
    public const int LargestBody = 1024 * 1024;

    /// <summary>Zalo waits two seconds; who is late is asked again, and what was kept meanwhile is kept once.</summary>
    public static readonly TimeSpan KeepingMayTake = TimeSpan.FromMilliseconds(1700);

    public static void MapZalo(this IEndpointRouteBuilder app) => app.MapPost("/webhooks/zalo", Receive);

    private static async Task<IResult> Receive(HttpRequest request, IOptions<ZaloOptions> options, Keep keep, TimeProvider time, ILogger<ZaloChannel> log)
    {
        if (await RequestBody.Read(request, LargestBody, request.HttpContext.RequestAborted) is not { } body)
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        if (Read(body) is not { } read)
        {
            log.NotJson(body.Length);
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        // Zalo tries an address with `{}`, unsigned, and saves it only when it hears 200.
        if (read.Event is null)
            return Results.Text("OK");
        if (!ZaloSignature.Fits(body, request.Headers["X-ZEvent-Signature"], [read.Timestamp, request.Headers["X-ZEvent-Timestamp"]], options.Value))
        {
            log.WrongSignature(body.Length);
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        }

        return read.Incoming is not { } incoming || await IsKept(keep, incoming, time, request.HttpContext.RequestAborted)
            ? Results.Text("OK")
            : Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
    }

    private static ZaloBody? Read(byte[] body)
    {
        try
        {
            return body.Length == 0 ? new ZaloBody(null, null, null) : ZaloPayload.Read(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task<bool> IsKept(Keep keep, Incoming incoming, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            await keep([incoming], cancellationToken).WaitAsync(KeepingMayTake, time, cancellationToken);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    [LoggerMessage(LogLevel.Warning, "A Zalo webhook body of {Bytes} bytes has no right signature: refused. If this goes on, compare Zalo:AppId and Zalo:OaSecretKey with the page of the app")]
    private static partial void WrongSignature(this ILogger log, int bytes);

    [LoggerMessage(LogLevel.Warning, "A Zalo webhook body of {Bytes} bytes is no JSON object: refused")]
    private static partial void NotJson(this ILogger log, int bytes);
}
