using System.Globalization;
using System.Text;

namespace ChatBot.Knowledge.Search;

/// <summary>Writes down how a ranking came about, for those who tune words and weights.</summary>
internal static class Explanation
{
    public static string Of(Reading reading, Outcome outcome)
    {
        var told = new StringBuilder();
        told.AppendLine(CultureInfo.InvariantCulture, $"read as: {reading.Wanted.Text}");
        told.AppendLine(CultureInfo.InvariantCulture, $"concepts: {string.Join(", ", reading.Wanted.Concepts.Keys)}; asked about them: {string.Join(", ", reading.Evidence.Index.Aspects.Names(reading.Wanted.Aspects))}");
        told.AppendLine(CultureInfo.InvariantCulture, $"for a person: {reading.Kind?.Sensitive:0.000} {reading.Kind?.Group?.Name}; no matter of ours: {reading.Kind?.Elsewhere:0.000}");
        told.AppendLine(CultureInfo.InvariantCulture, $"outcome: {outcome.GetType().Name}");
        foreach (var ranked in reading.Ranked)
            told.AppendLine(CultureInfo.InvariantCulture, $"{ranked.Score:0.000} {ranked.Entry.Id}: {ranked.Entry.Title}{Rows(reading, ranked.Entry)}");
        return told.ToString();
    }

    private static string Rows(Reading reading, Entry entry)
    {
        var evidence = reading.Evidence;
        var content = evidence.Index.Content;
        var ranking = evidence.Index.Ranking;
        return entry switch
        {
            Entry.Ours ours => Row(evidence.Articles[evidence.Index.PlaceOf(ours.Article)], Enum.GetNames<ArticleSign>(), ranking.Articles),
            Entry.Statute statute => Row(evidence.Provisions[content.Provisions.Index().First(it => ReferenceEquals(it.Item, statute.Provision)).Index], Enum.GetNames<ProvisionSign>(), ranking.Provisions),
            _ => "",
        };
    }

    private static string Row(float[] row, string[] names, float[] weights) => string.Concat(names.Index()
        .Where(it => row[it.Index] > 0)
        .Select(it => string.Create(CultureInfo.InvariantCulture, $"\n      {it.Item}: {row[it.Index]:0.00} × {weights[it.Index]:0.0}")));
}
