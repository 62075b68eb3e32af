using ChatBot.Knowledge.Law;
using ChatBot.Knowledge.Vietnamese;

namespace ChatBot.Knowledge.Search;

/// <summary>Finds the provision a question names and asks nothing else about: <c>điều 35 blld nói gì?</c></summary>
internal static class NamedPlace
{
    // Words around a place that ask for nothing but its text.
    private static readonly HashSet<string> Stock =
        [.. "noi dung quy dinh gi la ve dieu khoan diem nhu the nao cua trong theo cho hoi em toi minh xem doc trich nguyen van so nam ban hanh luat hien co biet duoc a".Split(' ')];

    /// <param name="day">The provision must hold on this day.</param>
    public static Entry.Statute? Of(KnowledgeContent content, Wanted wanted, DateOnly day)
    {
        var named = ProvisionReference.Find(wanted.Text, content.Catalogue).Select(it => (it.Law, it.Article)).Distinct().ToList();
        if (named.Count != 1 || content.Provisions.Count == 0)
            return null;

        // Who names no law means the first one, the Labour Code.
        var law = named[0].Law ?? content.Catalogue.Documents.Select(it => it.Number).FirstOrDefault("");
        return AsksMore(wanted.Text, content.Catalogue.Find(law))
            ? null
            : content.Provisions.FirstOrDefault(it => it.Law == law && it.Article == named[0].Article && it.InForceOn(day)) is { } provision ? new Entry.Statute(provision) : null;
    }

    private static bool AsksMore(string text, LawDocument? law)
    {
        var ofLaw = Syllable.Of(law is null ? "" : $"{law.Name} {law.Number} {string.Join(' ', law.Aliases)}").Select(Text.Fold).ToHashSet();
        return Syllable.Of(text).Select(Text.Fold)
            .Any(it => !Stock.Contains(it) && !ofLaw.Contains(it) && !it.Any(char.IsDigit) && it.Length > 1);
    }
}
