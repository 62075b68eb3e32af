using System.Text.RegularExpressions;
using ChatBot.Knowledge.Vietnamese;

namespace ChatBot.Knowledge.Search;

/// <summary>Where it is said what a word means: in the laws' articles headed <c>Giải thích từ ngữ</c>, and in articles of ours that are asked <c>… là gì</c>.</summary>
internal sealed partial class Definitions
{
    private const int LongestTerm = 12;

    private readonly ILookup<string, int> provisions, articles;

    public Definitions(KnowledgeContent content)
    {
        provisions = content.Provisions.Index().Where(it => Text.Fold(it.Item.Heading).Contains("giai thich tu ngu", StringComparison.Ordinal))
            .SelectMany(it => it.Item.Clauses.Select(clause => TermOf(clause.Text)).OfType<string>().Distinct().Select(term => (term, it.Index)))
            .ToLookup(it => it.term, it => it.Index);
        articles = content.Articles.Index()
            .SelectMany(it => it.Item.Questions.Prepend(it.Item.Title).Select(Asked).OfType<string>().Distinct().Select(term => (term, it.Index)))
            .ToLookup(it => it.term, it => it.Index);
    }

    /// <summary>The word whose meaning is asked, without accents, in <c>Người lao động là ai?</c>; mostly null.</summary>
    public static string? Asked(string question)
    {
        var folded = string.Join(' ', Syllable.Of(question).Select(Text.Fold));
        return Asking().IsMatch(folded) && Padding().Replace(Asking().Replace(folded, " "), " ").Trim() is { Length: > 0 } term ? term : null;
    }

    /// <summary>The places of the provisions that define a word.</summary>
    public IReadOnlyList<int> Provisions(string? term) => term is null ? [] : [.. provisions[term]];

    /// <summary>The places of the articles of ours that are asked what it means.</summary>
    public IReadOnlyList<int> Articles(string? term) => term is null ? [] : [.. articles[term]];

    private static string? TermOf(string clause)
    {
        var syllables = Syllable.Of(clause).Select(Text.Fold).ToList();
        var end = syllables.IndexOf("la");
        return end is > 0 and <= LongestTerm ? string.Join(' ', syllables.Take(end)) : null;
    }

    [GeneratedRegex(@"\b(?:(?:duoc )?(?:dinh nghia|hieu|giai thich)(?: la)?(?: nhu the nao| the nao| gi| ai| ra sao)?|khai niem|the nao (?:thi )?(?:duoc )?(?:coi )?la|(?:nghia )?la gi|la ai|la nguoi nhu the nao|la nhu the nao)\b")]
    private static partial Regex Asking();

    [GeneratedRegex(@"\b(?:theo|cua|ve|trong|bo luat lao dong|luat lao dong|luat [a-z ]+|20\d\d|quy dinh|phap luat|thi|gi|cho biet)\b|\s{2,}")]
    private static partial Regex Padding();
}
