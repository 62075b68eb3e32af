using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatBot.Talk.Activities;

/// <summary>One thing said or done in a conversation, in the words of the Bot Framework Activity schema: the one language of all channels.</summary>
public sealed record Activity
{
    /// <summary>What kind of thing this is, one of <see cref="ActivityTypes"/>; receivers ignore types they do not know.</summary>
    public string Type { get; init; } = ActivityTypes.Message;

    /// <summary>Given by the channel; a bot does not invent it.</summary>
    public string? Id { get; init; }

    /// <summary>When the channel, or our own door, took it in (UTC).</summary>
    public DateTimeOffset? Timestamp { get; init; }

    public DateTimeOffset? LocalTimestamp { get; init; }

    public string? LocalTimezone { get; init; }

    public string? ServiceUrl { get; init; }

    /// <summary>`messenger`, `zalo`, `webchat`, `directline`, `terminal`…</summary>
    public string? ChannelId { get; init; }

    public ChannelAccount? From { get; init; }

    public ChannelAccount? Recipient { get; init; }

    public ConversationAccount? Conversation { get; init; }

    public string? ReplyToId { get; init; }

    public string? Text { get; init; }

    /// <summary>`plain` or `markdown`; ours are plain, so that every channel shows the same.</summary>
    public string? TextFormat { get; init; }

    public string? Locale { get; init; }

    public string? InputHint { get; init; }

    public string? AttachmentLayout { get; init; }

    public IReadOnlyList<Attachment>? Attachments { get; init; }

    public SuggestedActions? SuggestedActions { get; init; }

    /// <summary>The name of an event or an invoke.</summary>
    public string? Name { get; init; }

    /// <summary>The payload of a tapped button, an event or a submitted card.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>Whatever the channel adds; nobody outside its folder reads it.</summary>
    public JsonElement? ChannelData { get; init; }

    public IReadOnlyList<ChannelAccount>? MembersAdded { get; init; }

    public IReadOnlyList<ChannelAccount>? MembersRemoved { get; init; }

    public IReadOnlyList<MessageReaction>? ReactionsAdded { get; init; }

    public IReadOnlyList<MessageReaction>? ReactionsRemoved { get; init; }

    public string? DeliveryMode { get; init; }

    /// <summary>Of an end of conversation: how it ended, e.g. `completedSuccessfully`; null: well.</summary>
    public string? Code { get; init; }

    /// <summary>Members the schema has and we do not use; kept, so that nothing is lost on the way through.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; init; }

    /// <summary>What was typed or tapped, as one string: the payload of a button when there is one, else the text.</summary>
    [JsonIgnore]
    public string Said => Value is { ValueKind: JsonValueKind.String } value ? value.GetString()! : Text ?? "";
}

/// <summary>The names of activity types, as the schema spells them.</summary>
public static class ActivityTypes
{
    public const string Message = "message";
    public const string ConversationUpdate = "conversationUpdate";
    public const string Event = "event";
    public const string Typing = "typing";
    public const string EndOfConversation = "endOfConversation";
    public const string MessageReaction = "messageReaction";
    public const string MessageUpdate = "messageUpdate";
    public const string MessageDelete = "messageDelete";
    public const string Invoke = "invoke";

    /// <summary>The name of the event by which a bot calls a person at another desk.</summary>
    public const string HandoffInitiate = "handoff.initiate";

    /// <summary>The name of the event by which that desk tells what came of it.</summary>
    public const string HandoffStatus = "handoff.status";
}

/// <summary>A person or the bot, as the channel knows them.</summary>
/// <param name="Role">`user` or `bot`.</param>
public sealed record ChannelAccount(string Id, string? Name = null, string? Role = null);

/// <summary>The conversation an activity belongs to.</summary>
public sealed record ConversationAccount(string Id, string? Name = null, bool? IsGroup = null);

/// <summary>A reaction such as `like`.</summary>
public sealed record MessageReaction(string Type);

/// <summary>A picture, a file or a card; a card stands in <paramref name="Content"/>.</summary>
public sealed record Attachment(string ContentType, string? ContentUrl = null, JsonElement? Content = null, string? Name = null, string? ThumbnailUrl = null);

/// <summary>Buttons under the last message, gone once one is tapped.</summary>
/// <param name="To">Always sent, and empty for everybody: the published schema asks for it.</param>
public sealed record SuggestedActions(IReadOnlyList<string> To, IReadOnlyList<CardAction> Actions);

/// <summary>A button. `imBack` says its value aloud, `postBack` says it silently, `openUrl` opens a page, `call` a phone.</summary>
public sealed record CardAction(string Type, string Title, JsonElement? Value = null, string? DisplayText = null)
{
    public static CardAction ImBack(string title) => new("imBack", title, JsonSerializer.SerializeToElement(title, ActivityJson.Options));

    public static CardAction PostBack(string title, string value) => new("postBack", title, JsonSerializer.SerializeToElement(value, ActivityJson.Options));

    public static CardAction OpenUrl(string title, string url) => new("openUrl", title, JsonSerializer.SerializeToElement(url, ActivityJson.Options));

    /// <summary>The value as text, or the title when there is none.</summary>
    [JsonIgnore]
    public string Payload => Value is { ValueKind: JsonValueKind.String } text ? text.GetString()! : Title;
}

/// <summary>A title, a text and buttons; content type `application/vnd.microsoft.card.hero`.</summary>
public sealed record HeroCard(string? Title = null, string? Subtitle = null, string? Text = null, IReadOnlyList<CardAction>? Buttons = null)
{
    public const string ContentType = "application/vnd.microsoft.card.hero";

    public Attachment ToAttachment() => new(ContentType, Content: JsonSerializer.SerializeToElement(this, ActivityJson.Options));

    /// <summary>The card inside an attachment, or null when the attachment is something else.</summary>
    public static HeroCard? From(Attachment attachment) =>
        attachment is { ContentType: ContentType, Content: { ValueKind: JsonValueKind.Object } content }
            ? content.Deserialize<HeroCard>(ActivityJson.Options)
            : null;
}
