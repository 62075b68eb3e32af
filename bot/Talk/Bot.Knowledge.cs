using System.Text.RegularExpressions;
using ChatBot.Knowledge.Search;
using ChatBot.Knowledge.Vietnamese;

namespace ChatBot.Talk;

// What is answered from the knowledge base.
public sealed partial class Bot
{
    private Turn AnswerFromKnowledge(Heard heard)
    {
        var before = heard.Before with { Offered = [], WaitsForReason = null };
        var asked = heard.Text.Length > 0 ? before with { LastQuestion = heard.Text } : before;
        var found = Ask(heard);
        var turn = found switch
        {
            Outcome.Answer answer => Show(asked, answer.Best.Entry, heard),
            Outcome.Choices choices => Offer(asked, choices),
            Outcome.Person person => HandOver(heard, person.Reason, urgent: true, person.Article),
            Outcome.NoMatch { OutOfScope: not null } => Refuse(asked, "ngoai-pham-vi", TurnKind.None),
            Outcome.NoMatch => Miss(asked, heard.Text),
            _ => Refuse(asked, "dang-truc-trac", TurnKind.Unavailable),
        };
        return turn with { Found = found, After = turn.After with { Tried = Tried.Of(found) }, Replies = heard.HasFiles ? [.. turn.Replies, saying.Plain(phrases["tep-kem"])] : turn.Replies };
    }

    private Turn? CorrectPlace(Heard heard) => index is not null && heard.Text.Length > 0 && NamedPlace.Missed(index.Content, heard.Text, heard.Day) is { } missed
        ? new Turn(heard.Before with { Offered = [], WaitsForReason = null }, [saying.Missed(missed)]) { Kind = TurnKind.None }
        : null;

    private Outcome Ask(Heard heard)
    {
        if (answering is null)
            return new Outcome.Unavailable("Chưa có chỉ mục tìm kiếm.");
        var recent = heard.Now - heard.Before.LastHeardAt < ContextHolds;
        return answering.Ask(new Question(heard.Text, heard.Day, recent ? heard.Before.LastQuestion : null));
    }

    private Turn Show(Conversation before, Entry entry, Heard heard) =>
        new(before with { Shown = Saying.IdOf(entry), Misses = 0, Offered = [] }, [saying.Answer(entry, heard.Day)]) { Kind = TurnKind.Answer };

    private Turn Offer(Conversation before, Outcome.Choices choices)
    {
        var entries = choices.Offered.Select(it => it.Entry).ToList();
        return new Turn(before with { Offered = [.. entries.Select(it => it.Id)] }, [saying.Choices(entries)]) { Kind = TurnKind.Choices };
    }

    private Turn Miss(Conversation before, string question) =>
        Refuse(before with { Misses = before.Misses + 1 }, before.Misses == 0 ? "khong-biet" : "khong-biet-lan-hai", TurnKind.None) with
        {
            Notes = question.Any(char.IsLetter) ? [new Note.Unanswered(question)] : [],
        };

    private Turn Refuse(Conversation before, string phrase, TurnKind kind) => new(before, [saying.Say(phrases[phrase])]) { Kind = kind };

    private Turn? Choose(Heard heard)
    {
        if (heard.Is(Tap.NoneOfThese))
            return Miss(heard.Before with { Offered = [] }, heard.Before.LastQuestion ?? "");
        if (heard.Tap is { Verb: Tap.Article, Id: { } id })
            return saying.Find(id) is { } tapped ? Show(heard.Before, tapped, heard) : AnswerFromKnowledge(heard with { Tap = null });
        return heard.Before.Offered.Count > 0 && heard.Tap is null ? ChooseTyped(heard) : null;
    }

    private Turn? ChooseTyped(Heard heard)
    {
        var offered = heard.Before.Offered;
        if (Number().Match(Text.Fold(heard.Text)) is { Success: true } match)
        {
            var number = int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
            if (number == 0)
                return Miss(heard.Before with { Offered = [] }, heard.Before.LastQuestion ?? "");
            return number <= offered.Count && saying.Find(offered[number - 1]) is { } chosen
                ? Show(heard.Before, chosen, heard)
                : Chat(heard.Before, saying.Say(phrases.With("chua-chon-duoc", ("so", offered.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)))));
        }

        var typed = offered.Select(saying.Find).FirstOrDefault(it => it is not null && Text.Fold(it.Title) == Text.Fold(heard.Text));
        return typed is null ? null : Show(heard.Before, typed, heard);
    }

    private Turn? ShowMore(Heard heard)
    {
        if (heard.Tap is not { Verb: Tap.Details or Tap.Steps or Tap.Example } tap)
            return null;
        var entry = (tap.Id ?? heard.Before.Shown) is { } id ? saying.Find(id) : null;
        if (entry is null)
            return heard.Topic is null ? Chat(heard.Before, saying.Say(phrases["het-chi-tiet"])) : AnswerFromKnowledge(heard with { Tap = null });
        return new Turn(heard.Before with { Shown = Saying.IdOf(entry) }, [saying.More(entry, tap.Verb, heard.Day)]) { Kind = TurnKind.Answer };
    }

    private Turn? TakeFeedback(Heard heard)
    {
        var about = heard.Tap?.Id ?? heard.Before.Shown;
        return heard.Tap?.Verb switch
        {
            Tap.Helpful when about is not null => Chat(heard.Before, saying.Say(phrases["cam-on-huu-ich"])) with { Notes = [new Note.Feedback(about, true, null)] },
            Tap.NotHelpful when about is not null => Chat(heard.Before with { WaitsForReason = about }, saying.AskWhy(about)) with { Notes = [new Note.Feedback(about, false, null)] },
            Tap.Reason when about is not null => Thank(heard, saying.ReasonOf(about, heard.Text)),
            null when heard.Before.WaitsForReason is { } article && heard.Topic is null && IsReason(heard) => Thank(heard, (article, heard.Text)),
            _ => null,
        };
    }

    // People who are asked for a reason often ask their next question instead: what the knowledge base can answer is a question.
    private bool IsReason(Heard heard) => saying.IsReason(heard.Text)
        || (heard.Text.Length is > 0 and <= 300 && !heard.Text.Contains('?', StringComparison.Ordinal) && Ask(heard) is Outcome.NoMatch or Outcome.Unavailable);

    private Turn Thank(Heard heard, (string Article, string Words) reason) => Chat(heard.Before with { WaitsForReason = null }, saying.Say(phrases["cam-on-ly-do"])) with
    {
        Notes = [new Note.Feedback(reason.Article, false, reason.Words)],
    };

    [GeneratedRegex(@"^(?:so|cau|chon|so cau)?\s*(\d{1,2})\s*[.)]?$")]
    private static partial Regex Number();
}
