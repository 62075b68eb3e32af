using System.Text.Json;
using ChatBot.Talk.Activities;

namespace ChatBot.Web.Channels.BotFramework;

/// <summary>How a person is answered, in the words of the schema: kept with the conversation when they last wrote. Without their name.</summary>
/// <param name="ActivityId">What they last wrote.</param>
/// <param name="DeliveryMode">`expectReplies`: that activity is answered in the response to it.</param>
// { "activityId": "c7|0001", "user": { "id": "dl_u1", "role": "user" }, "bot": { "id": "congdoan-bot" }, "conversation": { "id": "c7" }, "channelId": "webchat", "serviceUrl": "https://…" }
public sealed record ConversationReference(
    string? ActivityId, ChannelAccount User, ChannelAccount Bot, ConversationAccount Conversation, string ChannelId, string ServiceUrl, string? DeliveryMode)
{
    public const string ExpectReplies = "expectReplies";

    /// <summary>Between a conversation's id and an activity's: some channels count activities anew in each conversation.</summary>
    private const char Between = '|';

    /// <summary>The activity's id as the inbox keeps it.</summary>
    public static string Key(string conversation, string? activity) => $"{conversation}{Between}{activity ?? Guid.NewGuid().ToString("N")}";

    public static ConversationReference Of(Activity activity, ChannelAccount user) => new(
        activity.Id, new ChannelAccount(user.Id, Role: "user"), activity.Recipient! with { Role = "bot" },
        new ConversationAccount(activity.Conversation!.Id), activity.ChannelId!, activity.ServiceUrl!, activity.DeliveryMode == ExpectReplies ? ExpectReplies : null);

    /// <summary>Null when there is none.</summary>
    public static ConversationReference? Read(string? json) => json is null ? null : JsonSerializer.Deserialize<ConversationReference>(json, ActivityJson.Options);

    public string Write() => JsonSerializer.Serialize(this, ActivityJson.Options);

    /// <summary>The platform's id of the activity this answers; null: it answers none.</summary>
    public string? Answered(Activity reply) =>
        reply.ReplyToId is { } key && key.StartsWith(Conversation.Id + Between, StringComparison.Ordinal) ? key[(Conversation.Id.Length + 1)..] : null;

    /// <summary>Whoever asked waits for it in the response.</summary>
    public bool IsAwaited(Activity reply) => DeliveryMode == ExpectReplies && ActivityId is not null && Answered(reply) == ActivityId;
}
