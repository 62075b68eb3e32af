using ChatBot.Talk.Activities;

namespace ChatBot.Web.Conversations;

/// <summary>Cuts what is too long for a channel into several messages, between paragraphs, sentences or words.</summary>
internal static class TextParts
{
    private static readonly string[] Ends = ["\n\n", "\n", ". ", " "];

    /// <summary>Buttons and cards stay with the last part: platforms drop them when another message follows.</summary>
    public static IReadOnlyList<Activity> Cut(Activity activity, int longest)
    {
        if (activity.Text is null || activity.Text.Length <= longest)
            return [activity];
        var parts = Cut(activity.Text, longest).ToList();
        return [.. parts[..^1].Select(text => activity with { Text = text, Attachments = null, SuggestedActions = null }), activity with { Text = parts[^1] }];
    }

    private static IEnumerable<string> Cut(string text, int longest)
    {
        while (text.Length > longest)
        {
            var end = EndWithin(text, longest);
            yield return text[..end].TrimEnd();
            text = text[end..].TrimStart();
        }

        yield return text;
    }

    // The coarsest end in the second half of what fits; without any, between two characters that are whole.
    private static int EndWithin(string text, int longest)
    {
        foreach (var end in Ends)
            if (text.LastIndexOf(end, longest - end.Length, longest / 2, StringComparison.Ordinal) is > 0 and var at)
                return at + end.Length;
        return char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest;
    }
}
