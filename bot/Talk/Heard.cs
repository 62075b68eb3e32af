using ChatBot.Talk.Activities;
using ChatBot.Talk.Handoff;

namespace ChatBot.Talk;

/// <summary>What came in, understood as far as that goes without asking the knowledge base.</summary>
/// <param name="Text">What was typed, in one form; empty for a picture.</param>
/// <param name="Tap">The button tapped, or the typed words that stand for it.</param>
/// <param name="Topic">The small talk the whole message is; null for anything else.</param>
/// <param name="Now">When it was received.</param>
internal sealed record Heard(Conversation Before, Activity Activity, string Text, Tap? Tap, SmallTalk.Topic? Topic, DateTimeOffset Now)
{
    /// <summary>The day in Viet Nam, whose law and rates are asked for.</summary>
    public DateOnly Day => OfficeHours.DayOf(Now);

    public bool HasFiles => Activity.Attachments is { Count: > 0 };

    public bool Is(string verb) => Tap?.Verb == verb;

    public static Heard From(Conversation before, Activity activity, SmallTalk smallTalk)
    {
        var said = Knowledge.Vietnamese.Text.Normalize(activity.Said);
        var tap = Tap.Read(said);
        // Where a tapped button comes as a text, that is nothing anybody has said.
        var text = tap is null ? said : activity.Value is null && Tap.IsOurs(said) ? "" : Knowledge.Vietnamese.Text.Normalize(activity.Text ?? "");
        var topic = tap is null && text.Length > 0 ? smallTalk.Find(text) : null;
        if (topic?.Command is { } command)
            tap = new Tap(command);
        return new Heard(before, activity, text, tap, topic, activity.Timestamp ?? DateTimeOffset.UnixEpoch);
    }
}
