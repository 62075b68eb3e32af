using ChatBot.Knowledge.Search;
using ChatBot.Talk.Activities;
using ChatBot.Talk.Handoff;
using ChatBot.Talk.Handoff.Calendar;

namespace ChatBot.Talk;

/// <summary>One activity in, replies out. Keeps nothing itself: what it remembers is in the <see cref="Conversation"/> it is given and gives back.</summary>
/// <param name="index">The searchable knowledge base; null while there is none.</param>
/// <param name="calendar">When a person will answer; null: weekdays without holidays.</param>
public sealed partial class Bot(KnowledgeIndex? index, Phrases phrases, WorkCalendar? calendar = null)
{
    /// <summary>After this long a pause the worker is told again that this is a bot.</summary>
    public static readonly TimeSpan LongPause = TimeSpan.FromHours(12);

    private static readonly TimeSpan ContextHolds = TimeSpan.FromMinutes(30);

    private readonly Answering? answering = index is null ? null : new Answering(index);

    private readonly Saying saying = new(index?.Content ?? new KnowledgeContent(), phrases, calendar ?? WorkCalendar.WithoutHolidays);

    /// <param name="activity">Its timestamp is the moment of the turn.</param>
    public Turn OnTurn(Conversation before, Activity activity)
    {
        var heard = Heard.From(before, activity, phrases.SmallTalk);
        var turn = Decide(heard);
        return turn.Kind == TurnKind.Silent ? turn : Disclose(heard, turn);
    }

    /// <summary>For a message whose turn failed: a person is called instead.</summary>
    public Activity Apologize() => saying.Plain(phrases["loi-xu-ly"]);

    /// <summary>What the bot would answer with this article or provision, its source beneath; null when there is none of that id.</summary>
    public string? AnswerOf(string id, DateOnly day) => saying.AnswerOf(id, day);

    private Turn Decide(Heard heard) =>
           KeepSilent(heard)          // an advisor owns the conversation, or nothing was said: not our turn
        ?? Greet(heard)               // somebody opened the chat and has not asked yet
        ?? Forget(heard)              // "xóa dữ liệu của tôi"
        ?? CallAdvisor(heard)         // "gặp tư vấn viên", at any time
        ?? LeaveToAdvisor(heard)      // one was called and nobody has come yet
        ?? TakeSurvey(heard)          // 1 to 5, when a case has ended and it was asked how it was
        ?? TakeFeedback(heard)        // 👍, 👎 and the reason
        ?? ShowMore(heard)            // "chi tiết", "cần làm gì", "ví dụ" of what was shown
        ?? Choose(heard)              // a number or a tap on one of the offered
        ?? ConfessFiles(heard)        // a picture or a voice message: only people can look at it
        ?? ChatAlong(heard)           // greetings, thanks, "bạn là ai", English
        ?? CorrectPlace(heard)        // "điều 999 bộ luật lao động": there is none, or it is law no longer
        ?? AnswerFromKnowledge(heard) // an article answers, two or three are offered, or a person is
        ;

    private static Turn? KeepSilent(Heard heard)
    {
        if (heard.Before.Speaker == Speaker.Advisor)
            return Silent(heard.Before with { LastHeardAt = heard.Now });
        var speaks = heard.Activity.Type is ActivityTypes.Message || Opens(heard.Activity);
        var empty = heard.Text.Length == 0 && heard.Tap is null && !heard.HasFiles && !Opens(heard.Activity);
        return !speaks || empty ? Silent(heard.Before) : null;
    }

    private Turn? Greet(Heard heard)
    {
        if (!Opens(heard.Activity) && !heard.Is(Tap.Start))
            return null;
        var again = heard.Before.DisclosedAt is not null && heard.Before.LastHeardAt is not null;
        return again && Opens(heard.Activity)
            ? Silent(heard.Before)
            : Chat(Disclosed(heard), saying.Introduce(askConsent: heard.Activity.MembersAdded is { Count: > 0 }));
    }

    private Turn? Forget(Heard heard) => heard.Tap?.Verb switch
    {
        Tap.Forget => Chat(heard.Before, saying.Say(phrases["xin-xac-nhan-xoa"], [])),
        Tap.ForgetNow => Chat(heard.Before, saying.Say(phrases["da-xoa"], [])) with { Notes = [new Note.DeletionAsked()] },
        _ => null,
    };

    private Turn? ConfessFiles(Heard heard) =>
        heard is { HasFiles: true, Text.Length: 0, Tap: null } ? Chat(heard.Before, saying.Say(phrases["chua-xem-tep"])) : null;

    private Turn? ChatAlong(Heard heard)
    {
        if (heard.Topic is { Command: null } topic)
            return topic.Name == "chao" && NeedsDisclosure(heard)
                ? Chat(Disclosed(heard), saying.Introduce())
                : Chat(heard.Before, saying.Say(topic.Reply));
        return English.Is(heard.Text) ? Chat(heard.Before, saying.Say(phrases["tieng-anh"])) : null;
    }

    // Said first: people must know before they read the answer. After an advisor the bot also says that it is back.
    private Turn Disclose(Heard heard, Turn turn)
    {
        var after = turn.After with { LastHeardAt = heard.Now };
        if (heard.Before.ComesBack)
            return turn with { After = after with { ComesBack = false, DisclosedAt = heard.Now }, Replies = [saying.Plain(phrases["bot-tro-lai"]), .. turn.Replies] };
        if (after.DisclosedAt == heard.Now || !NeedsDisclosure(heard))
            return turn with { After = after };
        var words = heard.Before.DisclosedAt is null ? phrases["gioi-thieu"] : phrases["nhac-lai-la-bot"];
        return turn with { After = after with { DisclosedAt = heard.Now }, Replies = [saying.Plain(words), .. turn.Replies] };
    }

    private static bool NeedsDisclosure(Heard heard) =>
        heard.Before.DisclosedAt is null || heard.Now - (heard.Before.LastHeardAt ?? heard.Before.DisclosedAt) > LongPause;

    private static Conversation Disclosed(Heard heard) => heard.Before with { DisclosedAt = heard.Now, ComesBack = false };

    private static bool Opens(Activity activity) => activity.Type == ActivityTypes.ConversationUpdate;

    private static Turn Silent(Conversation after) => new(after, []) { Kind = TurnKind.Silent };

    private static Turn Chat(Conversation after, params Activity[] replies) => new(after, replies);
}
