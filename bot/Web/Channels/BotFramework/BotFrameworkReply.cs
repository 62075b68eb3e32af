using ChatBot.Talk.Activities;

namespace ChatBot.Web.Channels.BotFramework;

/// <summary>How much of our buttons a channel behind Azure shows.</summary>
/// <param name="OnCard">On one card.</param>
/// <param name="Below">As suggestions below the message.</param>
public sealed record ButtonRoom(int OnCard, int Below)
{
    /// <summary>The longest title, in characters.</summary>
    public int LongestTitle { get; init; } = int.MaxValue;

    /// <summary>The words stand on the card itself, because there is no card without words.</summary>
    public bool CardNeedsText { get; init; }

    /// <param name="channel">Its id: `facebook`, `msteams`… One that is not known gets the words alone.</param>
    public static ButtonRoom Of(string channel) => channel switch
    {
        "facebook" => new(3, 10) { LongestTitle = 20, CardNeedsText = true },
        "skype" => new(3, 10),
        "msteams" => new(3, 0),
        "line" => new(4, 13) { LongestTitle = 20 },
        "kik" => new(0, 20),
        "slack" => new(100, 0),
        "telegram" or "webchat" or "directline" or "directlinespeech" or "emulator" or "test" => new(100, 100),
        _ => new(0, 0),
    };
}

/// <summary>Writes what we say as an activity of its channel, within its limits. Pure.</summary>
public static class BotFrameworkReply
{
    /// <summary>Characters of the shortest text a channel behind Azure takes (Facebook).</summary>
    public const int LongestText = 2000;

    private const int LongestCardText = 640;

    public static Activity Write(Activity said, ConversationReference to) => Rendered(said, ButtonRoom.Of(to.ChannelId)) with
    {
        Id = null,
        Timestamp = null,
        ServiceUrl = to.ServiceUrl,
        ChannelId = to.ChannelId,
        From = to.Bot,
        Recipient = to.User,
        Conversation = to.Conversation,
        ReplyToId = to.Answered(said),
        InputHint = said.Type == ActivityTypes.Message ? "acceptingInput" : null,
    };

    public static Activity Typing(ConversationReference to) => Write(new Activity { Type = ActivityTypes.Typing, ReplyToId = ConversationReference.Key(to.Conversation.Id, to.ActivityId) }, to);

    private static Activity Rendered(Activity said, ButtonRoom room)
    {
        var cards = (said.Attachments ?? []).Select(HeroCard.From).OfType<HeroCard>().ToList();
        var onCard = cards.SelectMany(it => it.Buttons ?? []).ToList();
        var below = (said.SuggestedActions?.Actions ?? []).ToList();
        if (room.Below == 0)
            (onCard, below) = ([.. Fitting([.. onCard, .. below], room.OnCard)], []);
        if (onCard.Count > room.OnCard || (room.CardNeedsText && said.Text is not { Length: > 0 and <= LongestCardText }))
            (onCard, below) = ([], [.. onCard, .. below]);
        return WithButtons(said, room, onCard, below);
    }

    // The last button calls a person: of all it must not be the one that is left out.
    private static IEnumerable<CardAction> Fitting(IReadOnlyList<CardAction> all, int most) =>
        all.Count <= most ? all : most == 0 ? [] : all.Take(most - 1).Append(all[^1]);

    private static Activity WithButtons(Activity said, ButtonRoom room, IReadOnlyList<CardAction> onCard, IEnumerable<CardAction> below)
    {
        var textOnCard = room.CardNeedsText && onCard.Count > 0;
        var attachments = (said.Attachments ?? []).Where(it => it.ContentType != HeroCard.ContentType).ToList();
        if (onCard.Count > 0)
            attachments.Add(new HeroCard(Text: textOnCard ? said.Text : null, Buttons: [.. onCard.Select(it => Cut(it, room))]).ToAttachment());
        // A link cannot be a suggestion; it is left out rather than sent as a button that does nothing.
        var suggested = Fitting([.. below.Where(it => it.Type is not ("openUrl" or "call"))], room.Below).Select(it => Cut(it, room)).ToList();
        return said with
        {
            Text = textOnCard ? null : said.Text,
            Attachments = attachments.Count > 0 ? attachments : null,
            SuggestedActions = suggested.Count > 0 ? new SuggestedActions([], suggested) : null,
        };
    }

    private static CardAction Cut(CardAction action, ButtonRoom room) => action.Title.Length <= room.LongestTitle
        ? action
        : action with { Title = action.Title[..(room.LongestTitle - (char.IsHighSurrogate(action.Title[room.LongestTitle - 2]) ? 2 : 1))].TrimEnd() + "…" };
}
