using System.Text.Json.Nodes;
using ChatBot.Talk;
using ChatBot.Talk.Activities;

namespace ChatBot.Web.Tests.Channels.Talks;

/// <summary>A message as the person sees it.</summary>
/// <param name="Buttons">What can be tapped, in the order in which it stands there.</param>
/// <param name="Body">What the platform was given; null: nothing but what is seen.</param>
public sealed record Shown(string Text, IReadOnlyList<Button> Buttons, JsonNode? Body = null)
{
    /// <summary>What the bot said, before any channel made something of it: first the buttons of the card, then those below.</summary>
    /// <param name="site">Where links to our pages lead.</param>
    public static Shown Of(Activity said, string site) => new(said.Text ?? "",
        [.. (said.Attachments ?? []).Select(HeroCard.From).SelectMany(it => it?.Buttons ?? []).Select(it => Button.Of(it, site) with { OnCard = true }),
         .. (said.SuggestedActions?.Actions ?? []).Select(it => Button.Of(it, site))]);

    /// <summary>To be compared, and read in a failure.</summary>
    public override string ToString() => string.Join('\n', Buttons.Select(it => $"[{it.Title}] {it.Sends ?? it.Opens}").Prepend(Text));
}

/// <summary>Something that can be tapped.</summary>
/// <param name="Sends">What comes back in; null: nothing, it opens a page.</param>
/// <param name="Opens">The address.</param>
public sealed record Button(string Title, string? Sends, string? Opens = null)
{
    /// <summary>It stays with its message; the others are gone once one is tapped.</summary>
    public bool OnCard { get; init; }

    public bool CallsAdvisor => Sends == new Tap(Tap.Advisor).ToString();

    public bool CallsBot => Sends == new Tap(Tap.Bot).ToString();

    public bool ShowsArticle => Tap.Read(Sends ?? "") is { Verb: Tap.Article or Tap.Details or Tap.Steps };

    /// <summary>What somebody types who cannot or will not tap: of "4 · Tốt" the number, else the words.</summary>
    public string Typed => Title.Split(" · ")[0].TrimEnd('…');

    public static Button Of(CardAction action, string site) => action.Type == "openUrl"
        ? new Button(action.Title, null, site + action.Payload)
        : new Button(action.Title, action.Payload);

    /// <summary>Cut as platforms with short titles want it.</summary>
    public Button Cut(int most) => Title.Length <= most ? this : this with { Title = Title[..(most - 1)].TrimEnd() + "…" };
}

/// <summary>What a turn has come to, besides what is seen.</summary>
/// <param name="Remembered">What the bot remembers of the talk, and who speaks now.</param>
/// <param name="HasCase">A person has to do with it.</param>
/// <param name="Told">What the staff have heard of it.</param>
public sealed record Outcome(Conversation Remembered, bool HasCase, IReadOnlyList<string> Told)
{
    public static string Unanswered(string question) => $"chưa trả lời được: {question}";

    public static string Feedback(string article, bool helpful, string? reason) => $"góp ý {article}: {helpful}, {reason}";
}

/// <summary>What a client of the Bot Framework shows of an activity.</summary>
internal static class Seen
{
    public static Shown Of(JsonNode activity)
    {
        var said = ActivityJson.Read(activity.ToJsonString());
        // Some channels have the words on the card.
        var onCard = (said.Attachments ?? []).Select(HeroCard.From).FirstOrDefault(it => it is not null)?.Text;
        return Shown.Of(said with { Text = said.Text ?? onCard }, "") with { Body = activity };
    }
}
