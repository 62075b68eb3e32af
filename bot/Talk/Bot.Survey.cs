using System.Text.RegularExpressions;
using ChatBot.Knowledge.Search;
using ChatBot.Knowledge.Vietnamese;

namespace ChatBot.Talk;

// How it was, asked once after the end of a case and never in the way of the next question.
public sealed partial class Bot
{
    private const int LongestWords = 500;

    /// <summary>Asks how it was; the first word of the bot after the advisor's also says that the bot is back.</summary>
    public Turn AskHowItWas(Conversation before, DateTimeOffset now)
    {
        var after = before with { Survey = new Survey(now), Offered = [], WaitsForReason = null, ComesBack = false, DisclosedAt = before.ComesBack ? now : before.DisclosedAt };
        return new Turn(after, [saying.AskScore(before.ComesBack)]);
    }

    private Turn? TakeSurvey(Heard heard)
    {
        var open = heard.Before.Survey is { } survey && !(heard.Before.LastHeardAt > survey.AskedAt) ? survey : null;
        return heard.Tap switch
        {
            // A button is tapped days later, too.
            { Verb: Tap.Score, Id: { } id } when Typed(id) is { } tapped => ThankForScore(heard, tapped),
            { Verb: Tap.Words } when heard.Before.Survey is not null => Chat(heard.Before with { Survey = new Survey(heard.Now, ForWords: true) }, saying.Plain(phrases["moi-gop-y"])),
            null when open is { ForWords: false } && Typed(heard.Text) is { } typed => ThankForScore(heard, typed),
            null when open is { ForWords: true } && IsOpinion(heard) => Chat(heard.Before, saying.Say(phrases["cam-on-gop-y"])) with { Notes = [new Note.Surveyed(null, heard.Text)] },
            _ => null,
        };
    }

    private Turn ThankForScore(Heard heard, int score) =>
        Chat(heard.Before with { Survey = heard.Before.Survey ?? new Survey(heard.Now) }, saying.Say(phrases[score <= 2 ? "cam-on-diem-thap" : "cam-on-diem"], [new Tap(Tap.Words).Button(phrases["gop-y-them"])])) with
        {
            Notes = [new Note.Surveyed(score, null)],
        };

    // Words were asked for, but a question or a hot spot is never put away as an opinion.
    private bool IsOpinion(Heard heard) =>
        heard.Text.Length is > 0 and <= LongestWords && heard.Topic?.Command is null && !heard.Text.Contains('?', StringComparison.Ordinal) && Ask(heard) is not Outcome.Person;

    private static int? Typed(string text) => Score().Match(Text.Fold(text)) is { Success: true } match ? match.Groups[1].ValueSpan[0] - '0' : null;

    [GeneratedRegex(@"^([1-5])\s*(?:diem|sao|/\s*5)?\s*[.!]?$")]
    private static partial Regex Score();
}
