using System.Text.Json;
using ChatBot.Talk;
using ChatBot.Talk.Activities;
using ChatBot.Talk.Handoff;

namespace ChatBot.Web.Tests.Channels.Talks;

/// <summary>A talk that one person holds in a channel, and with the bot itself beside it.</summary>
/// <param name="typed">Instead of tapping what stands there, the person types it.</param>
internal sealed class HeldTalk(TalkContract channel, Talk talk, string person, bool typed)
{
    private readonly Queue<TalkLine> lines = new(channel.Opens ? talk.Opened : talk.Lines);
    private readonly Dictionary<string, Button> offered = [];
    private readonly Dictionary<string, Button> shown = [];
    private readonly List<string> told = [];
    private Conversation itself = new("");
    private Turn last = new(new Conversation(""), []);
    private TalkLine line = talk.Lines[0];
    private bool isOver;

    /// <summary>When somebody does something in it; null: it is over. Once all is said, every button it has shown is tapped.</summary>
    public DateTimeOffset? Next => isOver ? null : lines.TryPeek(out var next) ? next.At : NextTap is null ? null : line.At.AddMinutes(1);

    /// <summary>In which line the channel did something else than the bot itself; null: in none.</summary>
    public string? Trouble { get; private set; }

    /// <summary>What the buttons send that it has shown.</summary>
    public IEnumerable<string> Buttons => shown.Keys;

    private List<Button> Untapped => typed ? [] : [.. shown.Values.Where(it => !channel.Tapped.Contains(it.Sends!)).OrderBy(it => it.CallsAdvisor)];

    // Of an article that is not the one shown last: there the title alone would do, and nobody would miss what the button sends.
    private Button? NextTap => Untapped switch
    {
        [] => null,
        _ when itself.Speaker != Speaker.Bot => shown.Values.FirstOrDefault(it => it.CallsBot),
        var left => left.FirstOrDefault(it => !IsOfShown(it)) ?? shown.Values.FirstOrDefault(it => it.ShowsArticle && !IsOfShown(it)),
    };

    public async Task Act()
    {
        if (lines.TryDequeue(out var next))
            await Do(line = next);
        else if (NextTap is { } button)
            await TapLate(button);
        else
            // Another talk has just tapped the last one.
            last = new Turn(itself, []);
    }

    public async Task Check()
    {
        var (said, news) = (last.Replies.Select(it => Shown.Of(it, channel.Site)).ToList(), await channel.News(person));
        foreach (var message in news)
            Try(() => channel.Fits(message));
        Same("is seen", channel.Renders(said, last.Notes), news);
        foreach (var button in news.SelectMany(it => it.Buttons).Where(it => it.Sends is not null))
            shown[button.Sends!] = button;
        foreach (var button in said.SelectMany(it => it.Buttons).Where(it => it.Sends is not null))
            CanBeTyped(offered[button.Title] = button);
        if (await channel.Outcome(person) is not { } outcome)
            return;
        Same("is remembered", [Plain(itself)], [Plain(outcome.Remembered)]);
        if (channel.HasDesk)
        {
            Same("is a case", [itself.Speaker != Speaker.Bot], [outcome.HasCase]);
            Same("the staff hear", told.Order(), outcome.Told.Order());
        }
    }

    private async Task Do(TalkLine next)
    {
        switch (next.Deed)
        {
            case Deed.Types:
                await channel.Types(person, next.Words);
                Turn(new Activity { Text = next.Words });
                break;
            case Deed.Taps:
                await Press(offered[next.Words]);
                break;
            case Deed.SendsPicture when channel.CarriesPictures:
                await channel.SendsPicture(person, next.Words);
                Turn(new Activity { Text = next.Words, Attachments = [new Attachment("image/*")] });
                break;
            case Deed.OpensChat when channel.Opening is { } opening:
                await channel.OpensChat(person);
                Turn(opening);
                break;
            case Deed.AdvisorTakes or Deed.AdvisorEnds or Deed.BotAsks:
                await channel.Staff(person, next.Deed);
                Turn(next.Deed);
                break;
            default:
                last = new Turn(itself, []);
                break;
        }
    }

    private Task TapLate(Button button)
    {
        line = new TalkLine($"{talk.Name}, [{button.Title}] at the end", line.At.AddMinutes(1), Deed.Taps);
        channel.Tapped.Add(button.Sends!);
        return Press(button);
    }

    private async Task Press(Button button)
    {
        var stands = last.Replies.SelectMany(it => Shown.Of(it, channel.Site).Buttons).Any(it => it.Sends == button.Sends);
        if (!(typed && stands) && shown.TryGetValue(button.Sends!, out var seen))
        {
            await channel.Taps(person, seen);
            Turn(Tapped(button));
            return;
        }

        CanBeTyped(button);
        await channel.Types(person, button.Typed);
        Turn(new Activity { Text = button.Typed });
    }

    private bool IsOfShown(Button button) => button.Sends!.EndsWith($":{itself.Shown}", StringComparison.Ordinal);

    // Whatever the channel's tap looks like, it means this.
    private static Activity Tapped(Button button) => new() { Text = button.Title, Value = JsonSerializer.SerializeToElement(button.Sends) };

    private void Turn(Activity heard) => Turn(itself.Speaker == Speaker.Advisor ? new Turn(itself, []) : Ask(heard));

    private void Turn(Deed deed) => Turn(deed switch
    {
        Deed.BotAsks => TalkContract.Itself.AskHowItWas(itself, channel.Clock.GetUtcNow()),
        Deed.AdvisorTakes => new Turn(itself with { Speaker = Speaking.After(itself.Speaker, HandoffEvent.AdvisorTakes) }, [new Activity { Text = TalkContract.AdvisorSays }]),
        _ => new Turn(itself with { Speaker = Speaking.After(itself.Speaker, HandoffEvent.AdvisorEnds), ComesBack = true }, []),
    });

    private void Turn(Turn turn)
    {
        (itself, last) = (turn.After, turn);
        foreach (var note in turn.Notes)
            Tell(note);
    }

    private Turn Ask(Activity heard) => TalkContract.Itself.OnTurn(itself, heard with { Timestamp = channel.Clock.GetUtcNow() });

    private void Tell(Note note)
    {
        switch (note)
        {
            case Note.Unanswered(var question):
                told.Add(Outcome.Unanswered(question));
                break;
            case Note.Feedback(var article, var helpful, var reason):
                told.Add(Outcome.Feedback(article, helpful, reason));
                break;
            case Note.DeletionAsked:
                told.Clear();
                itself = new Conversation("");
                break;
        }
    }

    // What a button means must not hang on its being tapped: fingers slip, and some channels show fewer than there are.
    private void CanBeTyped(Button button)
    {
        var (tapped, words) = (Ask(Tapped(button)), shown.GetValueOrDefault(button.Sends!, button).Typed);
        var answered = Ask(new Activity { Text = words });
        Same($"“{words}” typed means", Meaning(tapped), Meaning(answered));
    }

    private IEnumerable<string> Meaning(Turn turn) =>
        [.. turn.Replies.Select(it => Shown.Of(it, channel.Site).ToString()), .. turn.Notes.Select(it => it.ToString()), turn.After.Speaker.ToString()];

    private static string Plain(Conversation remembered) => JsonSerializer.Serialize(remembered with { Id = "" }, ActivityJson.Options);

    private void Same<T>(string what, IEnumerable<T> expected, IEnumerable<T> found)
    {
        var (wanted, had) = (string.Join("\n---\n", expected), string.Join("\n---\n", found));
        Try(() => Assert.True(wanted == had, $"what {what} differs; the bot itself:\n{wanted}\nthis channel:\n{had}"));
    }

    // The first trouble of a talk ends it: what follows would only follow from it.
    private void Try(Action check)
    {
        if (isOver)
            return;
        try
        {
            check();
        }
        catch (Xunit.Sdk.XunitException failed)
        {
            (isOver, Trouble) = (true, $"{line.Where} ({(typed ? "typed" : "tapped")}): {failed.Message}");
        }
    }
}
