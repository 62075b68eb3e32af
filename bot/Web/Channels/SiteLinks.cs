using ChatBot.Talk.Activities;
using Microsoft.Extensions.Options;

namespace ChatBot.Web.Channels;

/// <summary>Makes the bot's links to our own pages reach people who are elsewhere: whole with `Site:Url`, left out without it.</summary>
public sealed class SiteLinks(IOptions<SiteOptions> options, IEnumerable<Channel> channels)
{
    private readonly HashSet<string> ours = [.. channels.Where(it => it.IsOnOurSite).Select(it => it.Name)];

    private readonly string? address = options.Value.Url is { Length: > 0 } url ? url.TrimEnd('/') : null;

    public bool AreOn => address is not null;

    /// <param name="conversation">Its id begins with its channel's name.</param>
    public Activity Reach(Activity reply, string conversation) => ours.Contains(conversation.Split(':')[0])
        ? reply
        : reply with
        {
            Attachments = reply.Attachments?.Select(Reach).OfType<Attachment>().ToList() is { Count: > 0 } some ? some : null,
            SuggestedActions = reply.SuggestedActions is { } suggested ? suggested with { Actions = Reach(suggested.Actions) } : null,
        };

    // A card of which nothing is left is no card.
    private Attachment? Reach(Attachment attachment) => HeroCard.From(attachment) switch
    {
        { Buttons: { } buttons } card => Reach(buttons) is { Count: > 0 } some
            ? (card with { Buttons = some }).ToAttachment()
            : card is { Title: null, Subtitle: null, Text: null } ? null : (card with { Buttons = null }).ToAttachment(),
        _ => attachment,
    };

    private List<CardAction> Reach(IReadOnlyList<CardAction> actions) => [.. actions.Select(Reach).OfType<CardAction>()];

    private CardAction? Reach(CardAction action) =>
        action.Type != "openUrl" || !action.Payload.StartsWith('/') ? action
        : address is null ? null
        : CardAction.OpenUrl(action.Title, address + action.Payload);
}
