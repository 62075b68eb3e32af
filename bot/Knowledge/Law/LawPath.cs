using ChatBot.Knowledge.Articles;
using ChatBot.Knowledge.Vietnamese;

namespace ChatBot.Knowledge.Law;

/// <summary>Where the site shows a legal document: <c>/dieu-luat/45-2019-QH14/35#khoan-1-diem-a</c>. Plain letters, so that it survives every messenger.</summary>
public static class LawPath
{
    public const string Root = "/dieu-luat";

    public static string Of(string law) => $"{Root}/{Plain(law).Replace('/', '-')}";

    public static string Of(Citation citation) =>
        citation.Article is null ? Of(citation.Law) : $"{Of(citation.Law)}/{Plain(citation.Article)}{((citation.Clause ?? citation.Point) is null ? "" : "#" + Anchor(citation.Clause, citation.Point))}";

    public static string Of(string law, string article) => $"{Of(law)}/{Plain(article)}";

    /// <summary>Where a clause or a point stands on its page.</summary>
    public static string Anchor(string? clause, string? point) => string.Join('-', new[]
    {
        clause is null ? null : $"khoan-{Letters(clause)}",
        point is null ? null : $"diem-{Letters(point)}",
    }.OfType<string>());

    /// <summary>One form for all spellings of a number: <c>145/2020/NĐ-CP</c>, <c>145-2020-nd-cp</c>.</summary>
    public static string Key(string number) => Text.Fold(Text.Normalize(number)).Replace('/', '-');

    private static string Plain(string text) => text.Replace('Đ', 'D').Replace('đ', 'd');

    // d and đ are two letters of the alphabet.
    private static string Letters(string text) => text.Replace("đ", "dd", StringComparison.Ordinal);
}
