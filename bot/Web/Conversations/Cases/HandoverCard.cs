using System.Text.Json;
using ChatBot.Talk;
using ChatBot.Talk.Activities;
using ChatBot.Talk.Handoff;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;

namespace ChatBot.Web.Conversations.Cases;

/// <summary>What an advisor must know before the first word: the question, and what the bot made of it.</summary>
/// <param name="Reason">Why a person was called.</param>
/// <param name="Question">In the worker's own words.</param>
/// <param name="Tried">Null: the bot looked nothing up.</param>
/// <param name="Day">The day of the call; what the bot tried was the law of that day.</param>
public sealed record HandoverCard(string Reason, string Question, Tried? Tried, DateOnly Day)
{
    /// <summary>The card of a turn that calls a person; null for any other.</summary>
    internal static HandoverCard? Of(Turn turn, IReadOnlyList<InboxRow> messages, DateTimeOffset now)
    {
        if (turn.Notes.OfType<Note.HandedOver>().LastOrDefault() is not { Reason: var reason })
            return null;
        var words = Burst.Join([.. messages.Select(it => ActivityJson.Read(it.Activity))]).Text ?? "";
        // "Gặp tư vấn viên" says nothing of the matter; the question before it does.
        var question = turn.Found is null ? turn.After.LastQuestion ?? words : words;
        return new HandoverCard(reason, question, turn.Found is { } found ? Tried.Of(found) : turn.After.Tried, OfficeHours.DayOf(now));
    }

    /// <summary>Null when there is none, or it is in a form we do not know any more.</summary>
    public static HandoverCard? Read(string? json)
    {
        try
        {
            return json is null ? null : JsonSerializer.Deserialize<HandoverCard>(json, ActivityJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public string Write() => JsonSerializer.Serialize(this, ActivityJson.Options);
}

internal static class HandoverCards
{
    /// <summary>Puts the card into the open case, inside the unit that called the person. A second call pushes the first away only when its reason did.</summary>
    public static async Task Keep(this HandoverCard? card, ChatDb db, ConversationRow row, CancellationToken cancellationToken)
    {
        if (card is not null && row.Case is { } id && await db.Cases.FindAsync([id], cancellationToken) is { } open && (open.Card is null || row.Reason == card.Reason))
            open.Card = card.Write();
    }
}
