using System.Text.Json;
using ChatBot.Talk;
using ChatBot.Talk.Activities;
using ChatBot.Web.Data.Rows;

namespace ChatBot.Web.Advisors;

/// <summary>A line of a transcript as an advisor reads it. Pure.</summary>
/// <param name="Text">May be empty when only a file came.</param>
/// <param name="IsTap">The worker tapped a button instead of writing.</param>
/// <param name="Buttons">The titles of the buttons under it.</param>
public sealed record SaidWords(string Text, bool IsTap, IReadOnlyList<string> Buttons, IReadOnlyList<SaidFile> Files)
{
    public static SaidWords Of(SaidRow said)
    {
        if (Read(said.Activity) is not { } activity)
            return new("(không đọc được dòng này)", false, [], []);
        var cards = (activity.Attachments ?? []).Select(HeroCard.From).OfType<HeroCard>().ToList();
        var texts = cards.SelectMany(card => new[] { card.Title, card.Subtitle, card.Text }).Prepend(Title(activity)).Where(it => !string.IsNullOrWhiteSpace(it));
        var buttons = cards.SelectMany(card => card.Buttons ?? []).Concat(activity.SuggestedActions?.Actions ?? []).Select(it => it.Title);
        var files = (activity.Attachments ?? []).Where(it => it.ContentType != HeroCard.ContentType).Select(SaidFile.Of);
        return new(string.Join('\n', texts), Tap.Read(activity.Said) is not null, [.. buttons], [.. files]);
    }

    /// <summary>One line for the list, at most <paramref name="most"/> characters.</summary>
    public string Brief(int most) => Text.Length == 0 && Files.Count > 0 ? $"[{Files[0].Kind}]" : Shorten(Text, most);

    public static string Shorten(string text, int most)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= most ? line : line[..(most - 1)].TrimEnd() + "…";
    }

    private static string? Title(Activity activity) => activity switch
    {
        { Text.Length: > 0 } => activity.Text,
        { Type: ActivityTypes.ConversationUpdate } => "(mở cuộc trò chuyện)",
        { Type: ActivityTypes.MessageReaction } => $"(bày tỏ cảm xúc: {string.Join(", ", (activity.ReactionsAdded ?? []).Select(it => it.Type))})",
        _ when Tap.Read(activity.Said) is not null => "(chạm một nút)",
        { Said.Length: > 0 } => activity.Said,
        _ => null,
    };

    private static Activity? Read(string json)
    {
        try
        {
            return ActivityJson.Read(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>Something that came with a message; it is linked, never opened by us.</summary>
/// <param name="Url">Null when there is none, or it is no web address.</param>
public sealed record SaidFile(string Kind, string? Name, string? Url)
{
    public static SaidFile Of(Attachment attachment) => new(
        attachment.ContentType.Split('/')[0] switch { "image" => "Ảnh", "video" => "Video", "audio" => "Tin thoại", _ => "Tệp" },
        attachment.Name,
        Uri.TryCreate(attachment.ContentUrl, UriKind.Absolute, out var url) && url.Scheme is "https" or "http" ? url.AbsoluteUri : null);
}
