using System.Data.Common;
using ChatBot.Talk.Activities;

namespace ChatBot.Web.Channels.WebChat;

/// <summary>What is said: posting an activity, and reading those after a watermark.</summary>
public static class DirectLineActivities
{
    public static void Map(IEndpointRouteBuilder directLine)
    {
        directLine.MapPost("/conversations/{conversation}/activities", Post);
        directLine.MapGet("/conversations/{conversation}/activities", Get);
    }

    private static async Task<IResult> Post(HttpContext http, string conversation, WebChatIntake intake, WebChatLimits limits)
    {
        if (WebChatLimits.Refuse(http, limits.Posts, conversation) is { } tooMany)
            return tooMany;

        if (await RequestBody.Read(http.Request, WebChatPayload.LargestBody, http.RequestAborted) is not { } body)
            return DirectLineError.TooBig;

        return await intake.Take(http, conversation, WebChatPayload.Read(body));
    }

    private static async Task<IResult> Get(HttpContext http, string conversation, string? watermark, WebChatTranscript transcript, ILogger<WebChatTranscript> log)
    {
        if (!Watermark.TryRead(watermark, out var after))
            return Watermark.Wrong;

        var (news, last) = await ReadOrNothingYet();
        return Results.Json(new ActivitySet(news, Watermark.Write(last)), ActivityJson.Options);

        async Task<(IReadOnlyList<Activity>, long)> ReadOrNothingYet()
        {
            try
            {
                return await transcript.After(conversation, after, WebChatSetup.SiteOf(http.Request), http.RequestAborted);
            }
            catch (DbException trouble)
            {
                // The official client stops polling for ever at any other error; with its old watermark it comes again and misses nothing.
                log.TranscriptAway(trouble);
                return ([], after);
            }
        }
    }
}

internal static partial class DirectLineLog
{
    [LoggerMessage(LogLevel.Error, "The transcript could not be read; the browser asks again")]
    public static partial void TranscriptAway(this ILogger log, Exception trouble);
}
