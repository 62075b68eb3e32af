using System.Text.RegularExpressions;

namespace ChatBot.Talk;

/// <summary>Tells an English message from Vietnamese typed without accents.</summary>
internal static partial class English
{
    // Only words that are no Vietnamese syllable without its accents: "do", "can", "to", "me", "the" (thẻ), "that" (thất), "day" (đây), "my" (mỹ) say nothing.
    private static readonly HashSet<string> Words =
    [
        "is", "are", "you", "how", "what", "when", "where", "which", "who", "why", "this", "of", "for", "from", "with", "and", "or", "have", "has", "does", "did", "will", "would", "should", "could",
        "please", "help", "need", "want", "know", "get", "pay", "paid", "work", "working", "worker", "company", "salary", "wage", "wages", "contract", "leave", "job", "insurance", "union", "overtime", "maternity", "about", "if", "was", "were", "been", "your", "our", "their", "they", "we", "hours", "hour", "days", "month", "year", "employer", "employee", "quit", "fired", "resign",
    ];

    public static bool Is(string text)
    {
        var words = Word().Matches(text.ToLowerInvariant()).Select(it => it.Value).ToList();
        var english = words.Count(Words.Contains);
        return text.All(char.IsAscii) && english >= 2 && english * 5 >= words.Count * 2;
    }

    [GeneratedRegex("[a-z]+")]
    private static partial Regex Word();
}
