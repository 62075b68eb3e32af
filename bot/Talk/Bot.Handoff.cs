using ChatBot.Knowledge.Articles;
using ChatBot.Knowledge.Search;
using ChatBot.Talk.Handoff;

namespace ChatBot.Talk;

// What must go to a person.
public sealed partial class Bot
{
    /// <summary>How often a waiting worker is told again that their words have reached the desk.</summary>
    public static readonly TimeSpan CalmAgain = TimeSpan.FromMinutes(10);

    private Turn? CallAdvisor(Heard heard) => heard.Is(Tap.Advisor) && heard.Before.Speaker == Speaker.Bot
        ? HandOver(heard, "Người lao động xin gặp tư vấn viên.", urgent: false, article: null)
        : null;

    private Turn? LeaveToAdvisor(Heard heard)
    {
        if (heard.Before.Speaker != Speaker.WaitingForAdvisor)
            return null;
        if (heard.Is(Tap.Bot))
            return Chat(Next(heard.Before, HandoffEvent.WorkerReturns), saying.Say(phrases["quay-lai-bot"])) with { Notes = [new Note.Returned()] };
        if (heard.Text.Length > 0 && Ask(heard) is Outcome.Person { Article: { } article } person && article.Id != heard.Before.Shown)
            return HandOver(heard, person.Reason, urgent: true, article);
        if (heard.Now - heard.Before.CalmedAt < CalmAgain)
            return Silent(heard.Before with { LastHeardAt = heard.Now });

        return Chat(heard.Before with { CalmedAt = heard.Now }, saying.Say(phrases["cho-them"], [new Tap(Tap.Bot).Button(phrases["hoi-bot"])]));
    }

    private Turn HandOver(Heard heard, string reason, bool urgent, Article? article)
    {
        var after = Next(heard.Before, HandoffEvent.WorkerAsks) with { Shown = article?.Id ?? heard.Before.Shown, Offered = [], WaitsForReason = null };
        return new Turn(after, [saying.Calling(article, urgent, heard.Now)])
        {
            Kind = TurnKind.Person,
            Notes = [new Note.HandedOver(reason, urgent)],
        };
    }

    private static Conversation Next(Conversation before, HandoffEvent what) => before with { Speaker = Speaking.After(before.Speaker, what) };
}
