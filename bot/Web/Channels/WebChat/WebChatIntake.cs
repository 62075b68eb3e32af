using ChatBot.Talk.Activities;
using ChatBot.Web.Data;

namespace ChatBot.Web.Channels.WebChat;

/// <summary>Puts what a browser posted into the inbox, and answers with the public id of its line once that is durable.</summary>
public sealed class WebChatIntake(Keep keep, WebChatTranscript transcript, TimeProvider time)
{
    public async Task<IResult> Take(HttpContext http, string conversation, WebChatPayload.Posted posted)
    {
        if (posted.Activity is not { } activity)
            return posted.Error!;
        var incoming = WebChatPayload.ToIncoming(activity, conversation, DirectLineCaller.Of(http).Visitor, time.GetUtcNow()) with { Files = posted.Files };
        // The bot has no use for "is typing", "has joined" and the like; clients still expect an id.
        if (activity.Type != ActivityTypes.Message)
            return Accepted(incoming.ExternalId);
        try
        {
            await keep([incoming], http.RequestAborted);
            var line = await transcript.Find(conversation, incoming.ExternalId, http.RequestAborted);
            return Accepted(line is { } id ? WebChatPayload.Id(conversation, id) : incoming.ExternalId);
        }
        catch (StoreUnavailable)
        {
            return DirectLineError.StoreAway;
        }
    }

    // { "id": "dl_5f|0000012" }
    private static IResult Accepted(string id) => Results.Json(new { id }, ActivityJson.Options);
}
