using System.Text.RegularExpressions;

namespace ChatBot.Talk;

/// <summary>Turns the little Markdown of an article into text every channel shows alike.</summary>
public static partial class PlainText
{
    public static string From(string markdown)
    {
        var text = Bullet().Replace(markdown.ReplaceLineEndings("\n"), "• ");
        text = Emphasis().Replace(text, "$2");
        text = Heading().Replace(text, "");
        return Gap().Replace(text, "\n\n").Trim();
    }

    /// <summary>The first <paramref name="most"/> characters, cut at the end of a sentence or a word, with "…" when something was left out.</summary>
    public static string Shorten(string text, int most)
    {
        if (text.Length <= most)
            return text;
        var cut = text.LastIndexOfAny(['.', ';', '\n'], most - 2);
        if (cut < most / 2)
            cut = text.LastIndexOf(' ', most - 2);
        return BareNumber().Replace(text[..(cut > 0 ? cut : most - 2)].TrimEnd('.', ';', ' ', '\n'), "") + " …";
    }

    // "2." of a clause that is left out.
    [GeneratedRegex(@"[.;:\s]*\n(?:\d{1,3}[a-zđ]?|[a-zđ]\))$")]
    private static partial Regex BareNumber();

    [GeneratedRegex(@"^[ \t]*[-*+] ", RegexOptions.Multiline)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"(\*\*|__|`)(.+?)\1", RegexOptions.Singleline)]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"^#{1,6} ", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex Gap();
}
