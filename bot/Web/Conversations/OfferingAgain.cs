using ChatBot.Talk.Handoff;
using ChatBot.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Conversations;

/// <summary>Offers conversations to all again whose owner owes an answer for too long: nobody waits unseen. Its timer is a column, so that a kill loses none.</summary>
public sealed class OfferingAgain(
    GroupCommit store, IDbContextFactory<ChatDb> databases, Owners owners, Bells bells, LiveFeed feed, TimeProvider time, ILogger<OfferingAgain> log)
    : ClaimingLoop<ConversationClaim>(bells.Timers, time, log)
{
    /// <summary>When a machine dies over it, the next one takes it up after this.</summary>
    private static readonly TimeSpan ClaimHolds = TimeSpan.FromSeconds(30);

    protected override bool LooksFirst => true;

    protected override async Task<IReadOnlyList<ConversationClaim>> Claim(int most, CancellationToken cancellationToken)
    {
        var now = Time.GetUtcNow();
        var (from, to) = (now.ToUnixTimeMilliseconds(), (now + ClaimHolds).ToUnixTimeMilliseconds());
        var ids = await store.Write((db, token) => db.Database.SqlQuery<string>($"""
            UPDATE "Conversations" SET "OfferAt" = {to}
            WHERE "Id" IN (SELECT "Id" FROM "Conversations" WHERE "OfferAt" <= {from} ORDER BY "OfferAt" LIMIT {most}) AND "OfferAt" <= {from}
            RETURNING "Id" AS "Value"
            """).ToListAsync(token), cancellationToken);
        return [.. ids.Select(id => new ConversationClaim(id, DateTimeOffset.FromUnixTimeMilliseconds(to)))];
    }

    protected override async Task Work(ConversationClaim claim, CancellationToken cancellationToken)
    {
        var offered = await store.Write(async (db, token) =>
        {
            // Answered, passed on or ended meanwhile: then the timer is another one, or none.
            if (await db.Lock(claim.Conversation, token) is not { } row || row.OfferAt != claim.Until)
                return false;
            await owners.Change(db, row, new Move(HandoffEvent.LeftAlone), token);
            db.Said.Add(owners.Line(row, "Chưa ai trả lời tin mới trong thời hạn; chuyển lại hàng chờ."));
            await db.Append(new AuditEntry(Time.GetUtcNow(), null, "offered-again", row.Id, null), token);
            return true;
        }, cancellationToken);
        feed.Tell(claim.Conversation);
        if (offered)
            log.OfferedAgain(claim.Conversation);
    }

    protected override async Task<DateTimeOffset?> NextDue(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Conversations.MinAsync(row => row.OfferAt, cancellationToken);
    }
}

internal static partial class OfferingAgainLog
{
    [LoggerMessage(LogLevel.Information, "Nobody answered in {Conversation}: it is offered to all again")]
    public static partial void OfferedAgain(this ILogger log, string conversation);
}
