using ChatBot.Knowledge.Vietnamese;
using ChatBot.Talk.Activities;

namespace ChatBot.Web.Channels.BotFramework;

/// <summary>Makes of another desk's message what every channel of ours can show: words, buttons that say something, links to files. Pure.</summary>
public static class DeskMessage
{
    private const int MostButtons = 10;

    /// <summary>Null when nothing of it can be shown.</summary>
    public static Activity? Read(Activity said)
    {
        var text = string.Join('\n', [.. ((string[])[said.Text?.Trim() ?? ""]).Where(it => it.Length > 0), .. (said.Attachments ?? []).Select(Link).OfType<string>()]);
        return text.Length == 0 ? null : new Activity { Text = text, TextFormat = "plain", Locale = "vi-VN", From = Named(said.From), SuggestedActions = Buttons(said.SuggestedActions?.Actions) };
    }

    private static ChannelAccount? Named(ChannelAccount? who) => who is { Name: { } name } ? who with { Name = Text.Normalize(name) } : who;

    private static string? Link(Attachment file) =>
        Uri.TryCreate(file.ContentUrl, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps ? $"{(file.Name is { Length: > 0 } name ? CheckedFile.Clean(name) : "Tệp")}: {url.AbsoluteUri}" : null;

    private static SuggestedActions? Buttons(IReadOnlyList<CardAction>? actions)
    {
        var titles = (actions ?? []).Where(it => it is { Type: "imBack" or "postBack" or "messageBack", Title.Length: > 0 }).Select(it => CardAction.ImBack(it.Title)).Take(MostButtons).ToList();
        return titles.Count > 0 ? new SuggestedActions([], titles) : null;
    }
}
