using ChatBot.Talk.Activities;
using Microsoft.Extensions.Options;

namespace ChatBot.Web.Channels.BotFramework;

/// <summary>`POST /api/messages`: checks who calls, reads, keeps, answers 200. It never thinks.</summary>
public static partial class BotFrameworkMessages
{
    private const string Path = "/api/messages";

    public static void MapBotFramework(this IEndpointRouteBuilder app) => app.MapPost(Path, Receive);

    // The body of a stranger is not even read.
    private static async Task<IResult> Receive(HttpContext http, BotFrameworkDoor door, BotFrameworkIntake intake, ILogger<BotFrameworkDoor> log)
    {
        switch (await door.Judge(http.Request.Headers.Authorization, http.RequestAborted))
        {
            case Admission.KeysAway:
                http.Response.Headers.RetryAfter = "5";
                return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
            case Admission.Granted granted:
                return await intake.Take(http, granted);
            case Admission.Denied(var why):
                log.Denied(why);
                return Results.StatusCode(StatusCodes.Status401Unauthorized);
            case var other:
                throw new InvalidOperationException($"A new kind of admission needs an answer: {other}.");
        }
    }

    [LoggerMessage(LogLevel.Warning, "A call of /api/messages has no right token ({Why}): refused. If this goes on, compare BotFramework:AppId with the Azure Bot page")]
    private static partial void Denied(this ILogger log, string why);
}

/// <summary>Takes in what somebody posted whose token is good.</summary>
public sealed partial class BotFrameworkIntake(Keep keep, InlineReplies inline, IOptions<BotFrameworkOptions> options, ILogger<BotFrameworkIntake> log)
{
    private readonly BotFrameworkPayload payload = new(options.Value.HandsOffToChannel);

    internal async Task<IResult> Take(HttpContext http, Admission.Granted granted)
    {
        if (await RequestBody.Read(http.Request, BotFrameworkPayload.LargestBody, http.RequestAborted) is not { } body)
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        if (BotFrameworkPayload.Parse(body) is not { } activity)
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        if (!granted.Fits(activity))
        {
            OtherAddress(activity.ChannelId!);
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        return activity.Type == ActivityTypes.Invoke ? InvokeAnswer.To(activity) : await Keep(activity, http.RequestAborted);
    }

    private async Task<IResult> Keep(Activity activity, CancellationToken cancellationToken)
    {
        var incoming = payload.Read(activity);
        // { "activities": [ { "type": "message", "text": "…" } ] }
        if (activity.DeliveryMode == ConversationReference.ExpectReplies)
            return Results.Json(new { activities = incoming is null ? [] : await inline.To(incoming, keep, cancellationToken) }, ActivityJson.Options);
        if (incoming is not null)
            await keep([incoming], cancellationToken);
        return Results.Ok();
    }

    [LoggerMessage(LogLevel.Warning, "An activity of channel {Channel} does not fit its token, which is for another address or another channel: refused")]
    private partial void OtherAddress(string channel);
}

/// <summary>Answers an invoke, which wants to hear something at once. None of our messages leads to one.</summary>
internal static class InvokeAnswer
{
    private const string Words = "Nút này không dùng được ở đây. Bạn viết câu hỏi bằng chữ nhé.";

    // { "statusCode": 200, "type": "application/vnd.microsoft.activity.message", "value": "…" }
    public static IResult To(Activity activity) => activity.Name == "adaptiveCard/action"
        ? Results.Json(new { statusCode = 200, type = "application/vnd.microsoft.activity.message", value = Words }, ActivityJson.Options)
        : Results.StatusCode(StatusCodes.Status501NotImplemented);
}
