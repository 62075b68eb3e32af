using ChatBot.Knowledge.Rates;
using ChatBot.Knowledge.Search;

namespace ChatBot.Talk;

/// <summary>The words of an article or a provision, with its numbers filled in for the day and its source beneath.</summary>
internal sealed class AnswerText(RateTable rates, Phrases phrases)
{
    private const int LongestWording = 430;

    /// <summary>The answer and its source, together at most <paramref name="most"/> characters: the first citation or two; all of them stand under the details.</summary>
    public string Short(Entry entry, DateOnly day, int most)
    {
        var answer = Answer(entry, day);
        var two = Source(entry, 2);
        var source = answer.Length + two.Length + 2 <= most ? two : Source(entry, 1);
        return $"{PlainText.Shorten(answer, most - source.Length - 2)}\n\n{source}";
    }

    public string Answer(Entry entry, DateOnly day) => entry switch
    {
        Entry.Ours { Article: var article } => Fill(article.Answer, day),
        Entry.Statute { Provision: var provision } => $"{phrases["loi-van-luat"]} {provision.Heading}\n{PlainText.Shorten(provision.Text, LongestWording)}",
        _ => throw new ArgumentOutOfRangeException(nameof(entry)),
    };

    /// <summary>The part behind a button, or null when the entry has none.</summary>
    /// <param name="day">Null: only whether there is one.</param>
    public string? Part(Entry entry, string verb, DateOnly? day)
    {
        var part = (entry, verb) switch
        {
            (Entry.Ours { Article: var it }, Tap.Details) => it.Details,
            (Entry.Ours { Article: var it }, Tap.Steps) => it.Steps,
            (Entry.Ours { Article: var it }, Tap.Example) => it.Example,
            (Entry.Statute { Provision: var it }, Tap.Details) => string.Join("\n\n", it.Updates.Concat(it.Notes).Prepend(it.Text)),
            _ => null,
        };
        return part is null || day is null ? part : Fill(part, day.Value);
    }

    /// <summary>Every citation, and since when it holds.</summary>
    public string Source(Entry entry) => Source(entry, int.MaxValue);

    private string Source(Entry entry, int citations)
    {
        if (entry.Citations.Count == 0)
            return Since(entry);
        var cited = string.Join("; ", entry.Citations.Take(citations).Select(it => it.Short));
        return $"{phrases.With("can-cu", ("can-cu", cited))}. {Since(entry)}";
    }

    private string Since(Entry entry) => entry.InForce switch
    {
        (var from, { } until) => phrases.With("ap-dung-den", ("ngay", $"{from:dd'/'MM'/'yyyy}"), ("den", $"{until:dd'/'MM'/'yyyy}")),
        (var from, null) => phrases.With("ap-dung-tu", ("ngay", $"{from:dd'/'MM'/'yyyy}")),
    };

    private string Fill(string markdown, DateOnly day) => PlainText.From(rates.Fill(markdown, day));
}
