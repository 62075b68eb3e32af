using ChatBot.Knowledge.Search;
using ChatBot.Knowledge.Vietnamese;

namespace ChatBot.Talk;

// What is said to those who comment under posts of a page.
public sealed partial class Bot
{
    /// <summary>What to write in private to who commented so: an invitation, never a word of law; null when it is no call for help.</summary>
    public string? InviteFor(string comment, DateOnly day) => AsksForHelp(comment, day) ? phrases["moi-nhan-rieng"] : null;

    private bool AsksForHelp(string comment, DateOnly day)
    {
        if (phrases.SmallTalk.Find(comment) is { } topic)
            return topic.Command == Tap.Advisor || Text.Fold(comment).Contains("tu van", StringComparison.Ordinal);
        return answering?.Ask(new Question(comment, day)) switch
        {
            Outcome.Answer or Outcome.Choices or Outcome.Person => true,
            Outcome.NoMatch { OutOfScope: null } => comment.Contains('?', StringComparison.Ordinal),
            _ => false,
        };
    }
}
