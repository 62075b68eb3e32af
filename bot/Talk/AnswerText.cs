using ChatBot.Knowledge.Law;
using ChatBot.Knowledge.Rates;
using ChatBot.Knowledge.Search;

namespace ChatBot.Talk;

/// <summary>The words of an article or a provision, with its numbers filled in for the day and its source beneath.</summary>
internal sealed class AnswerText(RateTable rates, Phrases phrases)
{
    private const int LongestWording = 430, LongestHeading = 120, LongestRemark = 180, ShortestLeadIn = 90;

    /// <summary>The answer and its source, together at most <paramref name="most"/> characters: the first citation or two; all of them stand under the details.</summary>
    public string Short(Entry entry, DateOnly day, int most)
    {
        var two = Source(entry, 2);
        var answer = Answer(entry, day, most - two.Length - 2);
        var source = answer.Length + two.Length + 2 <= most ? two : Source(entry, 1);
        return $"{PlainText.Shorten(answer, most - source.Length - 2)}\n\n{source}";
    }

    /// <param name="most">How long the law's own wording may be; an article of ours is as long as it is.</param>
    public string Answer(Entry entry, DateOnly day, int most = int.MaxValue) => entry switch
    {
        Entry.Ours { Article: var article } => Fill(article.Answer, article.DayFor(day)),
        Entry.Statute statute => Wording(statute, most),
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
            (Entry.Statute it, Tap.Details) => string.Join("\n\n", [.. it.Provision.Updates.Select(Remark), Whole(it), .. it.Provision.Notes]),
            _ => null,
        };
        return part is null || day is not { } today ? part : Fill(part, entry is Entry.Ours { Article: var article } ? article.DayFor(today) : today);
    }

    /// <summary>Every citation, and since when it holds.</summary>
    public string Source(Entry entry) => Source(entry, int.MaxValue);

    // The clause or point that was asked for, whole if it fits, behind as much of its lead-in as there is room for.
    private string Wording(Entry.Statute statute, int most)
    {
        var (provision, clause, point) = (statute.Provision, statute.Clause, statute.Point);
        var excerpt = ProvisionExcerpt.Of(provision, clause, point);
        var head = $"{phrases["loi-van-luat"]} {PlainText.Shorten(provision.Heading, LongestHeading)}".TrimEnd();
        if (excerpt is null)
            head = $"{phrases.With("khong-co-khoan", ("dieu", provision.Article), ("cho", Place(clause, point)))}\n{head}";

        var remark = string.Concat(provision.Updates.Take(1).Select(it => "\n" + PlainText.Shorten(Remark(it), LongestRemark)));
        var room = Math.Min(LongestWording, most - head.Length - remark.Length - 1);
        var text = excerpt?.Text ?? provision.Text;
        var leadIn = excerpt is { LeadIn: { Length: > 0 } leading } ? PlainText.Shorten(leading, Math.Max(ShortestLeadIn, room - text.Length - 1)) + "\n" : "";
        return $"{head}\n{PlainText.Shorten(leadIn + text, room)}{remark}";
    }

    private static string Whole(Entry.Statute statute) => ProvisionExcerpt.Of(statute.Provision, statute.Clause, statute.Point) is { } excerpt
        ? $"{excerpt.LeadIn}\n{excerpt.Text}".Trim()
        : statute.Provision.Text;

    private string Remark(string update) => phrases.With("luu-y", ("dieu", update));

    private static string Place(string? clause, string? point) =>
        string.Join(' ', new[] { clause is null ? null : $"khoản {clause}", point is null ? null : $"điểm {point}" }.OfType<string>());

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
