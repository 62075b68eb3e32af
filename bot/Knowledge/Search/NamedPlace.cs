using System.Globalization;
using System.Text.RegularExpressions;
using ChatBot.Knowledge.Law;
using ChatBot.Knowledge.Vietnamese;

namespace ChatBot.Knowledge.Search;

/// <summary>Finds the provision a question names and asks nothing else about: <c>điều 35 blld nói gì?</c></summary>
public static partial class NamedPlace
{
    // Words around a place that ask for nothing but its text.
    private static readonly HashSet<string> Stock =
        [.. ("noi dung quy dinh gi la ve dieu khoan diem nhu the nao cua trong theo cho hoi em toi minh xem doc trich nguyen van so nam ban hanh luat hien co biet duoc a "
            + "voi dum giup coi tim chi tiet day du toan nay ad thu oi").Split(' ')];

    /// <param name="day">The provision must hold on this day.</param>
    internal static Entry.Statute? Of(KnowledgeContent content, Wanted wanted, DateOnly day)
    {
        if (Alone(content, wanted.Text) is not { } place || OlderYear(wanted.Text, place.Document) is not null)
            return null;

        var (reference, document) = place;
        return content.Provisions.FirstOrDefault(it => it.Law == document.Number && it.Article == reference.Article && it.InForceOn(day)) is { } provision
            ? new Entry.Statute(provision) { Clause = reference.Clause, Point = reference.Point }
            : null;
    }

    /// <summary>What is wrong with the place a message names and asks nothing else about; null when nothing is, or no place is named.</summary>
    public static MissedPlace? Missed(KnowledgeContent content, string typed, DateOnly day)
    {
        var text = QuestionReader.WrittenOut(typed, content.Lexicon.Shorthand).Text;
        if (Alone(content, text) is not { } place)
            return null;

        var (reference, document) = place;
        return document switch
        {
            { InForceUntil: { } until } when until < day => new MissedPlace.Replaced(document, document.ReplacedBy is { } by ? content.Catalogue.Find(by) : null),
            _ when OlderYear(text, document) is { } year => new MissedPlace.Older(document, year),
            { LastArticle: not null } when !document.Has(reference.Article) => new MissedPlace.NoArticle(document, reference.Article),
            _ when document.InForceFrom > day => new MissedPlace.NotYet(document),
            _ => null,
        };
    }

    // Who names no law means the first one, the Labour Code.
    private static (ProvisionReference Reference, LawDocument Document)? Alone(KnowledgeContent content, string text)
    {
        var named = ProvisionReference.Find(text, content.Catalogue);
        if (named.Select(it => (it.Law, it.Article)).Distinct().Count() != 1)
            return null;

        var document = named[0].Law is { } law ? content.Catalogue.Find(law) : content.Catalogue.Documents.FirstOrDefault();
        return document is null || AsksMore(text, document) ? null : (named.Count == 1 ? named[0] : named[0] with { Clause = null, Point = null }, document);
    }

    private static bool AsksMore(string text, LawDocument law)
    {
        var ofLaw = Syllable.Of($"{law.Name} {law.Number} {string.Join(' ', law.Aliases)}").Select(Text.Fold).ToHashSet();
        return Syllable.Of(text).Select(Text.Fold)
            .Any(it => !Stock.Contains(it) && !ofLaw.Contains(it) && !it.Any(char.IsDigit) && it.Length > 1);
    }

    // "Luật BHXH 2014" is not the law of 2024; a later year is only that of an amendment.
    private static int? OlderYear(string text, LawDocument law)
    {
        if (law.Number.Split('/') is not [_, { Length: 4 } own, ..] || !int.TryParse(own, NumberStyles.None, CultureInfo.InvariantCulture, out var year))
            return null;
        var named = Years().Matches(Text.Fold(text)).Select(it => int.Parse(it.Groups["year"].ValueSpan, CultureInfo.InvariantCulture)).ToList();
        return named.Count > 0 && named.TrueForAll(it => it < year) ? named[0] : null;
    }

    [GeneratedRegex(@"\b(?<year>(?:19|20)\d\d)\b")]
    private static partial Regex Years();
}

/// <summary>Why a place somebody named cannot be shown as law of today.</summary>
public abstract record MissedPlace
{
    private MissedPlace(LawDocument document) => Document = document;

    /// <summary>The document that was named, or meant.</summary>
    public LawDocument Document { get; }

    /// <summary>The document has fewer articles.</summary>
    public sealed record NoArticle(LawDocument Law, string Article) : MissedPlace(Law);

    /// <summary>It holds no longer.</summary>
    /// <param name="By">What took its place; null when the catalogue does not tell.</param>
    public sealed record Replaced(LawDocument Law, LawDocument? By) : MissedPlace(Law);

    /// <summary>It does not hold yet.</summary>
    public sealed record NotYet(LawDocument Law) : MissedPlace(Law);

    /// <summary>An older law of the same name was meant; we have the one of today.</summary>
    public sealed record Older(LawDocument Law, int Year) : MissedPlace(Law);
}
