using ChatBot.Talk.Activities;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;

namespace ChatBot.Web.Conversations;

/// <summary>What we say: one line in the transcript and one reply on its way, in one transaction with what it follows from.</summary>
public static class Outbox
{
    /// <summary>Puts <paramref name="words"/> into the transcript and the outbox. To be called inside a unit that holds the conversation (<see cref="ChatDb.Lock"/>).</summary>
    /// <returns>The row's id is known once this returns.</returns>
    public static Task<OutboxRow> Put(ChatDb db, ConversationRow conversation, Words words, CancellationToken cancellationToken) => throw new NotSupportedException();
}

/// <summary>Something to be said by us.</summary>
/// <param name="Author">The bot, or an advisor.</param>
/// <param name="At">When it was said.</param>
public sealed record Words(Activity Activity, Author Author, DateTimeOffset At)
{
    /// <summary>The advisor's display name.</summary>
    public string? AuthorName { get; init; }

    /// <summary>The bot's word that a person comes.</summary>
    public bool HandsOver { get; init; }
}
