using ChatBot.Web.Channels;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Knowledge;
using ChatBot.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Conversations;

/// <summary>Invites whoever asks for help in a comment to write in private: one message, and never a word of law for all to read. Its timer is a column, so that a kill loses none.</summary>
public sealed class CommentInviting(
    GroupCommit store, IDbContextFactory<ChatDb> databases, KnowledgeBase knowledge, IEnumerable<Channel> channels, Bells bells, TimeProvider time, ILogger<CommentInviting> log)
    : ClaimingLoop<CommentRow>(bells.Comments, time, log, AtOnce)
{
    private const int AtOnce = 4;

    /// <summary>When a machine dies over it, the next one takes it up after this.</summary>
    private static readonly TimeSpan ClaimHolds = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan WhenNotConnected = TimeSpan.FromHours(1);

    // Longer than any platform brings the same comment again.
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(30);

    private readonly Dictionary<string, Channel> channels = channels.ToDictionary(it => it.Name);

    protected override bool LooksFirst => true;

    protected override async Task<IReadOnlyList<CommentRow>> Claim(int most, CancellationToken cancellationToken)
    {
        var now = Time.GetUtcNow();
        var (from, to, old) = (now.ToUnixTimeMilliseconds(), (now + ClaimHolds).ToUnixTimeMilliseconds(), now - Remembered);
        return await store.Write(async (db, token) =>
        {
            await db.Comments.Where(it => it.DueAt == null && it.At < old).ExecuteDeleteAsync(token);
            var ids = await db.Database.SqlQuery<long>($"""
                UPDATE "Comments" SET "DueAt" = {to}, "Tries" = "Tries" + 1
                WHERE "Id" IN (SELECT "Id" FROM "Comments" WHERE "DueAt" <= {from} ORDER BY "DueAt" LIMIT {most}) AND "DueAt" <= {from}
                RETURNING "Id" AS "Value"
                """).ToListAsync(token);
            return await db.Comments.AsNoTracking().Where(it => ids.Contains(it.Id)).ToListAsync(token);
        }, cancellationToken);
    }

    protected override async Task Work(CommentRow claim, CancellationToken cancellationToken)
    {
        var came = await Invite(claim, cancellationToken);
        await store.Write((db, token) => Settle(db, claim, came, token), cancellationToken);
        log.Settled(claim.Id, came?.GetType().Name ?? "no call for help");
    }

    // Without an index nothing can be told from a call for help: it is looked again after the usual sleep.
    protected override async Task<DateTimeOffset?> NextDue(CancellationToken cancellationToken)
    {
        if (!knowledge.IsReady)
            return null;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Comments.MinAsync(row => row.DueAt, cancellationToken);
    }

    private async Task<Delivery?> Invite(CommentRow comment, CancellationToken cancellationToken)
    {
        if (knowledge.Bot.InviteFor(comment.Text ?? "", Talk.Handoff.OfficeHours.DayOf(Time.GetUtcNow())) is not { } words)
            return null;
        if (!channels.TryGetValue(comment.Channel, out var channel) || channel.CommentsMayBeAnsweredFor is not { } limit)
            return new Delivery.Refused("Kênh này không trả lời bình luận được.");
        return Time.GetUtcNow() - comment.At > limit
            ? new Delivery.OutsideWindow("Bình luận đã quá hạn trả lời riêng.")
            : await channel.AnswerComment(comment.Page, comment.CommentId, words, cancellationToken);
    }

    // When it may have arrived it is not sent again: one message too few is better than two.
    private Task Settle(ChatDb db, CommentRow claim, Delivery? came, CancellationToken cancellationToken)
    {
        var (again, why) = came switch
        {
            Delivery.TryLater(var after, var trouble) => (Time.GetUtcNow() + (after * claim.Tries), trouble),
            Delivery.Reconnect(var trouble) => (Time.GetUtcNow() + WhenNotConnected, trouble),
            Delivery.Unknown(var trouble) => ((DateTimeOffset?)null, trouble),
            Delivery.Refused(var trouble) => (null, trouble),
            Delivery.OutsideWindow(var trouble) => (null, trouble),
            _ => (null, (string?)null),
        };
        return db.Comments.Where(it => it.Id == claim.Id && it.DueAt == claim.DueAt).ExecuteUpdateAsync(it => it
            .SetProperty(row => row.DueAt, again)
            .SetProperty(row => row.Text, row => again == null ? null : row.Text)
            .SetProperty(row => row.Trouble, why), cancellationToken);
    }
}

internal static partial class CommentInvitingLog
{
    [LoggerMessage(LogLevel.Information, "Comment {Comment}: {Outcome}")]
    public static partial void Settled(this ILogger log, long comment, string outcome);
}
