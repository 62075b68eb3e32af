using ChatBot.Knowledge.Articles;
using ChatBot.Knowledge.Law;
using ChatBot.Knowledge.Search;
using ChatBot.Knowledge.Vietnamese;
using ChatBot.Talk.Activities;
using ChatBot.Talk.Handoff;
using ChatBot.Talk.Handoff.Calendar;

namespace ChatBot.Talk;

/// <summary>Puts an outcome into words and buttons.</summary>
internal sealed class Saying(KnowledgeContent content, Phrases phrases, WorkCalendar calendar)
{
    /// <summary>An answer is never longer than this many characters; the rest stands behind "Chi tiết".</summary>
    public const int LongestAnswer = 640;

    private const int MostButtons = 3;

    // With the citations under it, it still fits one message of Messenger.
    private const int LongestDetails = 1500;

    private readonly AnswerText text = new(content.Rates, phrases);

    private readonly Dictionary<string, Entry> entries = content.Articles.Select(it => (Entry)new Entry.Ours(it))
        .Concat(content.Provisions.Select(it => new Entry.Statute(it)))
        .DistinctBy(it => it.Id)
        .ToDictionary(it => it.Id);

    private IReadOnlyList<string> Reasons => [phrases["ly-do-1"], phrases["ly-do-2"], phrases["ly-do-3"]];

    private CardAction Advisor => new Tap(Tap.Advisor).Button(phrases["gap-tu-van"]);

    public Entry? Find(string id) => entries.GetValueOrDefault(id.Split('@')[0]) is { } entry ? entry is Entry.Statute statute ? statute.At(id) : entry : null;

    /// <summary>What finds the entry again, a clause that was asked for included.</summary>
    public static string IdOf(Entry entry) => entry is Entry.Statute statute ? statute.PlacedId : entry.Id;

    public string? AnswerOf(string id, DateOnly day) => Find(id) is { } entry ? text.Short(entry, day, LongestAnswer) : null;

    /// <summary>Text with the given buttons; without a list, only the one that calls an advisor, which is always there.</summary>
    public Activity Say(string words, IEnumerable<CardAction>? buttons = null) => Plain(words) with { SuggestedActions = new([], [.. buttons ?? [], Advisor]) };

    public Activity Plain(string words) => new() { Text = words, TextFormat = "plain", Locale = "vi-VN" };

    /// <param name="askConsent">Says what is kept: somebody follows the account, and no page of ours told them.</param>
    public Activity Introduce(bool askConsent = false) =>
        Say(string.Join("\n\n", askConsent ? [phrases["gioi-thieu"], phrases["dong-y-luu"], phrases["moi-hoi"]] : [phrases["gioi-thieu"], phrases["moi-hoi"]]));

    public Activity Answer(Entry entry, DateOnly day)
    {
        // The law's wording keeps its place on the card; what it takes the place of stands below.
        var (more, law) = (MoreButtons(entry).ToList(), LawButton(entry));
        var onCard = MostButtons - law.Count;
        return Say(text.Short(entry, day, LongestAnswer), more.Skip(onCard).Concat(Related(entry)).Concat(Thumbs(entry))) with
        {
            Attachments = Card(more.Take(onCard).Concat(law)),
        };
    }

    public Activity More(Entry entry, string verb, DateOnly day)
    {
        var words = text.Part(entry, verb, day) is { } part ? $"{PlainText.Shorten(part, LongestDetails)}\n\n{text.Source(entry)}" : phrases["het-chi-tiet"];
        return Say(words, Related(entry).Concat(Thumbs(entry))) with
        {
            Attachments = Card(MoreButtons(entry).Where(it => !it.Payload.StartsWith($"#{verb}:", StringComparison.Ordinal)).Concat(LawButton(entry)).Take(MostButtons)),
        };
    }

    /// <summary>Says why the place in a law that was named cannot be shown as law of today, and where to look instead.</summary>
    public Activity Missed(MissedPlace missed)
    {
        var law = missed.Document;
        var (words, open) = missed switch
        {
            MissedPlace.NoArticle { Article: var article } => (phrases.With("khong-co-dieu", ("van-ban", law.CalledName), ("so", $"{law.LastArticle}"), ("dieu", article)), law),
            MissedPlace.Replaced { By: { } by } => (phrases.With("luat-da-thay", ("van-ban", law.CalledName), ("ngay", Day(law.InForceUntil!.Value.AddDays(1))), ("moi", by.CalledName), ("tu", Day(by.InForceFrom))), by),
            MissedPlace.Replaced => (phrases.With("luat-het-hieu-luc", ("van-ban", law.CalledName), ("ngay", Day(law.InForceUntil!.Value.AddDays(1)))), law),
            MissedPlace.NotYet => (phrases.With("luat-chua-hieu-luc", ("van-ban", law.CalledName), ("ngay", Day(law.InForceFrom))), law),
            MissedPlace.Older { Year: var year } => (phrases.With("luat-cu", ("van-ban", $"{law.Name} {law.Number}"), ("ngay", Day(law.InForceFrom)), ("nam", $"{year}")), law),
            _ => throw new ArgumentOutOfRangeException(nameof(missed)),
        };
        return Say(words) with { Attachments = Card([CardAction.OpenUrl(phrases[open == law ? "xem-van-ban" : "xem-van-ban-moi"], LawPath.Of(open.Number))]) };
    }

    public Activity Choices(IReadOnlyList<Entry> offered)
    {
        var lines = offered.Select((it, i) => $"{i + 1}. {it.Title}");
        // The titles stand in the text: repeated on the buttons they would fill a phone, and Messenger would cut them.
        var buttons = offered.Select((it, i) => new Tap(Tap.Article, it.Id).Button(phrases.With("cau-so", ("so", $"{i + 1}"))));
        return Say($"{phrases["chon-cau"]}\n\n{string.Join('\n', lines)}", buttons.Append(new Tap(Tap.NoneOfThese).Button(phrases["khong-cau-nao"])));
    }

    public Activity AskWhy(string article) =>
        Say(phrases["vi-sao-chua-dung"], Reasons.Select((it, i) => new Tap(Tap.Reason, $"{i + 1}:{article}").Button(it)));

    /// <summary>The article and the words of a tapped reason, `2:bao-truoc`: some channels bring back nothing of a button but what it sends.</summary>
    /// <param name="text">What came with the tap.</param>
    public (string Article, string Words) ReasonOf(string id, string text) => id is [>= '1' and <= '3' and var number, ':', .. var article]
        ? (article, Reasons[number - '1'])
        : (id, text);

    public bool IsReason(string words) => Reasons.Any(it => Text.Fold(it) == Text.Fold(words));

    /// <summary>How it was, 1 to 5.</summary>
    public Activity AskScore(bool comesBack)
    {
        var words = comesBack ? $"{phrases["bot-tro-lai"]}\n\n{phrases["hoi-hai-long"]}" : phrases["hoi-hai-long"];
        return Say(words, Enumerable.Range(1, 5).Select(it => new Tap(Tap.Score, $"{it}").Button(phrases[$"diem-{it}"])));
    }

    /// <summary>What is said when a person is called: first the careful words of the article, then when somebody will come.</summary>
    public Activity Calling(Article? article, bool urgent, DateTimeOffset now)
    {
        var when = calendar.IsOpen(now)
            ? phrases["trong-gio"]
            : phrases.With("ngoai-gio", ("gio", OfficeHours.Say(calendar.NextOpening(now), now)));
        var careful = article is null ? "" : text.Answer(new Entry.Ours(article), OfficeHours.DayOf(now)) + "\n\n";
        return Plain($"{careful}{phrases[urgent ? "da-chuyen-gap" : "da-chuyen"]} {when}") with
        {
            SuggestedActions = new([], [new Tap(Tap.Bot).Button(phrases["hoi-bot"])]),
        };
    }

    private IEnumerable<CardAction> MoreButtons(Entry entry)
    {
        if (text.Part(entry, Tap.Details, null) is not null)
            yield return new Tap(Tap.Details, IdOf(entry)).Button(phrases["chi-tiet"]);
        if (text.Part(entry, Tap.Steps, null) is not null)
            yield return new Tap(Tap.Steps, entry.Id).Button(phrases["can-lam-gi"]);
        if (text.Part(entry, Tap.Example, null) is not null)
            yield return new Tap(Tap.Example, entry.Id).Button(phrases["vi-du"]);
    }

    // Opens the law's own wording on our site; a channel that cannot reach the site leaves it out.
    private List<CardAction> LawButton(Entry entry) =>
        [.. entry.Citations.Where(it => content.Catalogue.Find(it.Law) is not null).Take(1).Select(it => CardAction.OpenUrl(phrases["xem-dieu-luat"], LawPath.Of(it)))];

    private static string Day(DateOnly day) => $"{day:dd'/'MM'/'yyyy}";

    private IEnumerable<CardAction> Related(Entry entry) => entry is Entry.Ours { Article.Related: var related }
        ? related.Select(Find).OfType<Entry.Ours>().Take(2).Select(it => new Tap(Tap.Article, it.Id).Button(it.Title))
        : [];

    private static IEnumerable<CardAction> Thumbs(Entry entry) =>
        [new Tap(Tap.Helpful, entry.Id).Button("👍"), new Tap(Tap.NotHelpful, entry.Id).Button("👎")];

    private static List<Attachment>? Card(IEnumerable<CardAction> buttons) =>
        buttons.ToList() is { Count: > 0 } some ? [new HeroCard(Buttons: some).ToAttachment()] : null;
}
