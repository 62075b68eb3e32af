using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Conversations;

/// <summary>The four lists of the desk.</summary>
public enum DeskList
{
    /// <summary>Nobody has come yet: urgent first, then who waits longest.</summary>
    Waiting,

    Mine,

    /// <summary>Owned by a colleague, or answered in the Page's own inbox.</summary>
    Others,

    /// <summary>Ended by an advisor, the last first.</summary>
    Done,
}

/// <summary>A conversation as the desk lists it.</summary>
/// <param name="OwnerName">The owner's display name; null when no advisor owns it.</param>
/// <param name="LastSaid">The last line of its transcript; null when there is none.</param>
public sealed record DeskEntry(ConversationRow Conversation, string? OwnerName, SaidRow? LastSaid);

/// <summary>A line of a transcript with the state of its way out; null for lines that do not leave.</summary>
/// <param name="Why">Why it was refused, parked or postponed, in Vietnamese.</param>
public sealed record TranscriptLine(SaidRow Said, OutboxState? State, string? Why);

/// <summary>What the desk reads.</summary>
public sealed class Desk(IDbContextFactory<ChatDb> databases)
{
    public Task<IReadOnlyList<DeskEntry>> List(DeskList list, string staffId, CancellationToken cancellationToken) => throw new NotSupportedException(databases.ToString());

    public Task<DeskEntry?> Find(string conversation, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>The lines after <paramref name="after"/> (0: from the start), oldest first.</summary>
    public Task<IReadOnlyList<TranscriptLine>> Transcript(string conversation, long after, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Pages on which nothing goes out until the head of staff connects them again.</summary>
    public Task<IReadOnlyList<PageRow>> PausedPages(CancellationToken cancellationToken) => throw new NotSupportedException();
}
