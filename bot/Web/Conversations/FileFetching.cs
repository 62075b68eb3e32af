using ChatBot.Web.Channels;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ChatBot.Web.Conversations;

/// <summary>Fetches the files of workers that their platforms hold, after the platform has had its 200, and a few times if need be. Its timer is a column, so that a kill loses none.</summary>
public sealed class FileFetching(
    GroupCommit store, IDbContextFactory<ChatDb> databases, FileKeeping files, IEnumerable<Channel> channels,
    Bells bells, LiveFeed feed, IOptions<FilesOptions> options, TimeProvider time, ILogger<FileFetching> log)
    : ClaimingLoop<FetchRow>(bells.Files, time, log, AtOnce)
{
    /// <summary>Each may hold a whole file in memory.</summary>
    private const int AtOnce = 4;

    private static readonly TimeSpan MayTake = TimeSpan.FromSeconds(60);

    /// <summary>When a machine dies over it, the next one takes it up after this.</summary>
    private static readonly TimeSpan ClaimHolds = MayTake + TimeSpan.FromSeconds(60);

    // The addresses are good for a few days.
    private static readonly TimeSpan[] Backoff =
        [TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1), TimeSpan.FromHours(6)];

    private readonly Dictionary<string, Channel> channels = channels.ToDictionary(it => it.Name);

    protected override bool LooksFirst => true;

    protected override async Task<IReadOnlyList<FetchRow>> Claim(int most, CancellationToken cancellationToken)
    {
        var now = Time.GetUtcNow();
        var (from, to) = (now.ToUnixTimeMilliseconds(), (now + ClaimHolds).ToUnixTimeMilliseconds());
        return await store.Write(async (db, token) =>
        {
            var ids = await db.Database.SqlQuery<long>($"""
                UPDATE "Fetches" SET "DueAt" = {to}, "Tries" = "Tries" + 1
                WHERE "Id" IN (SELECT "Id" FROM "Fetches" WHERE "DueAt" <= {from} ORDER BY "DueAt" LIMIT {most}) AND "DueAt" <= {from}
                RETURNING "Id" AS "Value"
                """).ToListAsync(token);
            return await db.Fetches.AsNoTracking().Where(it => ids.Contains(it.Id)).ToListAsync(token);
        }, cancellationToken);
    }

    protected override async Task Work(FetchRow claim, CancellationToken cancellationToken)
    {
        var fetched = await Fetch(claim);
        await store.Write((db, token) => Settle(db, claim, fetched, token), cancellationToken);
        bells.Replies.Ring();
        feed.Tell(claim.ConversationId);
        log.Fetched(claim.Id, claim.ConversationId, fetched.GetType().Name);
    }

    protected override async Task<DateTimeOffset?> NextDue(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Fetches.MinAsync(row => (DateTimeOffset?)row.DueAt, cancellationToken);
    }

    private async Task<Fetched> Fetch(FetchRow file)
    {
        if (!channels.TryGetValue(file.ConversationId.Split(':')[0], out var channel))
            return new Fetched.TryLater("Kênh đang tắt trong cài đặt.");
        using var tooLong = new CancellationTokenSource(MayTake, Time);
        try
        {
            return await channel.Fetch(file.Url, options.Value.Largest, tooLong.Token);
        }
        catch (OperationCanceledException) when (tooLong.IsCancellationRequested)
        {
            return new Fetched.TryLater("Máy chủ giữ tệp không gửi kịp.");
        }
    }

    private async Task Settle(ChatDb db, FetchRow claim, Fetched fetched, CancellationToken cancellationToken)
    {
        // Deleted meanwhile, as the worker asked; or the claim ran out and another machine has it.
        if (await db.Lock(claim.ConversationId, cancellationToken) is not { } row
            || await db.Fetches.SingleOrDefaultAsync(it => it.Id == claim.Id && it.DueAt == claim.DueAt, cancellationToken) is not { } file)
            return;
        if (fetched is Fetched.TryLater && file.Tries <= Backoff.Length)
        {
            file.DueAt = Time.GetUtcNow() + Backoff[file.Tries - 1];
            return;
        }

        db.Fetches.Remove(file);
        await (fetched switch
        {
            Fetched.Done(var content) => files.Keep(db, row, new FilePlace(file.SaidId, file.Place), CheckedFile.Of(file.Name, content, options.Value.Largest), cancellationToken),
            Fetched.TryLater(var why) => files.Refuse(db, row, CheckedFile.Clean(file.Name), why, cancellationToken),
            Fetched.Never(var why) => files.Refuse(db, row, CheckedFile.Clean(file.Name), why, cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(fetched), fetched, "A new outcome needs a settlement."),
        });
    }
}

internal static partial class FileFetchingLog
{
    [LoggerMessage(LogLevel.Information, "Fetching file {File} of {Conversation}: {Outcome}")]
    public static partial void Fetched(this ILogger log, long file, string conversation, string outcome);
}
