using ChatBot.Web.Conversations.Cases;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Conversations;

/// <summary>A conversation as the desk lists it.</summary>
/// <param name="OwnerName">The owner's display name; null when no advisor owns it.</param>
/// <param name="LastSaid">The last line of its transcript; null when there is none.</param>
/// <param name="LastHeard">The worker's own last line.</param>
public sealed record DeskEntry(ConversationRow Conversation, string? OwnerName, SaidRow? LastSaid, SaidRow? LastHeard)
{
    /// <summary>The open case, or else the last one; null: there was none.</summary>
    public CaseRow? Case { get; init; }

    /// <summary>The team whose it is, or whose its last case was; null: everybody's.</summary>
    public string? Unit { get; init; }

    /// <summary>The promise and the channel's window, as they stood when it was read.</summary>
    public Clocks? Clocks { get; init; }

    /// <summary>Whoever looks is employed where the worker is: nothing of it is here but that it is there.</summary>
    public bool IsWithheld { get; init; }

    internal DeskEntry Withhold() => new(
        new ConversationRow
        {
            Id = Conversation.Id,
            Channel = Conversation.Channel,
            Page = Conversation.Page,
            Person = "",
            Speaker = Conversation.Speaker,
            WaitingSince = Conversation.WaitingSince,
            EndedAt = Conversation.EndedAt,
            LastSaidAt = Conversation.LastSaidAt,
        }, OwnerName, null, null)
    { IsWithheld = true };
}

/// <summary>A line of a transcript with the state of its way out; null for lines that do not leave.</summary>
/// <param name="Why">Why it was refused, parked or postponed, in Vietnamese.</param>
public sealed record TranscriptLine(SaidRow Said, OutboxState? State, string? Why)
{
    /// <summary>The files of it that are kept.</summary>
    public IReadOnlyList<KeptFile> Files { get; init; } = [];
}

/// <summary>What the desk reads.</summary>
public sealed class Desk(IDbContextFactory<ChatDb> databases, CaseClock clock, TimeProvider time)
{
    /// <summary>The desk is for the matters of these days: older ones are found by search.</summary>
    private const int MostEntries = 200;

    public const int MostCounted = 100;

    /// <param name="search">What the list is narrowed to. Words are sought in all lists at once: whoever seeks a person does not know where they stand.</param>
    public async Task<IReadOnlyList<DeskEntry>> List(DeskList list, DeskSight sight, CancellationToken cancellationToken, DeskSearch? search = null)
    {
        search ??= DeskSearch.Nothing;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        // First which, then what they hold: the order stands in one place, and nothing is joined for those that are not shown.
        var ids = await Ordered(db, list, sight, search).Take(MostEntries).Select(row => row.Id).ToListAsync(cancellationToken);
        var entries = await Entries(db, db.Conversations.Where(row => ids.Contains(row.Id))).ToDictionaryAsync(it => it.Conversation.Id, cancellationToken);
        return
        [
            .. from id in ids
               where entries.ContainsKey(id)
               let entry = entries[id]
               let isBlind = sight.IsBlind(entry.Conversation)
               // That something was found would tell what stands in it.
               where !(isBlind && search.AsksForFacts)
               select isBlind ? entry.Withhold() : WithClocks(entry),
        ];
    }

    /// <summary>How many stand in each list; counting stops at <see cref="MostCounted"/>.</summary>
    public async Task<IReadOnlyDictionary<DeskList, int>> Count(DeskSight sight, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var counts = new Dictionary<DeskList, int>();
        foreach (var list in Enum.GetValues<DeskList>())
            counts[list] = await sight.Of(db.Conversations.Where(DeskLists.Holds(list, sight.Staff.Id)), db).Take(MostCounted).CountAsync(cancellationToken);
        return counts;
    }

    /// <summary>Whether they may read it; false too when there is none of that id.</summary>
    public async Task<bool> Shows(string conversation, DeskSight sight, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var row = await sight.Of(db.Conversations.AsNoTracking().Where(it => it.Id == conversation), db).SingleOrDefaultAsync(cancellationToken);
        return row is not null && !sight.IsBlind(row);
    }

    /// <summary>One conversation; null when there is none of that id.</summary>
    public async Task<DeskEntry?> Find(string conversation, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await Entries(db, db.Conversations.Where(row => row.Id == conversation)).SingleOrDefaultAsync(cancellationToken) is { } entry ? WithClocks(entry) : null;
    }

    /// <summary>The lines after <paramref name="after"/> (0: from the start), oldest first.</summary>
    public async Task<IReadOnlyList<TranscriptLine>> Transcript(string conversation, long after, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var files = await db.FilesOf(conversation, cancellationToken);
        var lines = await (from said in db.Said.AsNoTracking()
                           where said.ConversationId == conversation && said.Id > after
                           join reply in db.Outbox on said.OutboxId equals reply.Id into replies
                           from reply in replies.DefaultIfEmpty()
                           orderby said.Id
                           select new TranscriptLine(said, reply == null ? null : reply.State, reply == null ? null : reply.Why)).ToListAsync(cancellationToken);
        return lines.ConvertAll(line => files[line.Said.Id].ToList() is { Count: > 0 } some ? line with { Files = some } : line);
    }

    /// <summary>Pages on which nothing goes out until the head of staff connects them again.</summary>
    public async Task<IReadOnlyList<PageRow>> PausedPages(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.PausedPages.AsNoTracking().Where(row => row.PausedUntil > now).OrderBy(row => row.Page).ToListAsync(cancellationToken);
    }

    private DeskEntry WithClocks(DeskEntry entry) => entry with { Clocks = clock.Read(entry.Conversation, entry.Case, time.GetUtcNow()) };

    private IQueryable<ConversationRow> Ordered(ChatDb db, DeskList list, DeskSight sight, DeskSearch search)
    {
        var seen = sight.Of(db.Conversations, db);
        if (search.HasWords)
            return search.Narrow(seen, db).OrderByDescending(row => row.LastSaidAt);
        var rows = search.Narrow(seen.Where(DeskLists.Holds(list, sight.Staff.Id)), db);
        return list switch
        {
            DeskList.Waiting or DeskList.Mine => rows.ByWhatRunsOut(db, clock.Windows),
            DeskList.Done => rows.OrderByDescending(row => row.EndedAt),
            _ => rows.OrderByDescending(row => row.LastSaidAt),
        };
    }

    private static IQueryable<DeskEntry> Entries(ChatDb db, IQueryable<ConversationRow> rows) =>
        rows.AsNoTracking().Select(row => new DeskEntry(
            row,
            db.Users.Where(user => user.Id == row.Owner).Select(user => user.DisplayName).FirstOrDefault(),
            db.Said.Where(said => said.ConversationId == row.Id).OrderByDescending(said => said.Id).FirstOrDefault(),
            db.Said.Where(said => said.ConversationId == row.Id && said.Author == Author.Worker).OrderByDescending(said => said.Id).FirstOrDefault())
        {
            Case = db.Cases.Where(it => it.ConversationId == row.Id).OrderByDescending(it => it.Id).FirstOrDefault(),
            Unit = db.Units.Where(unit => unit.Id == (row.Unit ?? db.Cases.Where(it => it.ConversationId == row.Id).OrderByDescending(it => it.Id).Select(it => it.Unit).FirstOrDefault())).Select(unit => unit.Name).FirstOrDefault(),
        });
}
