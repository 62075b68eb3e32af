using ChatBot.Talk.Activities;
using ChatBot.Web.Channels;
using ChatBot.Web.Conversations.Cases;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Conversations;

/// <summary>A reply this machine carries now.</summary>
public sealed record ReplyClaim(OutboxRow Reply, Parcel Parcel);

/// <summary>Takes replies that are due: of each conversation only the oldest that is still under way.</summary>
public sealed class OutboxClaims(GroupCommit store, CaseClock clock, LiveFeed feed, TimeProvider time)
{
    /// <summary>Longer than any channel may take to send.</summary>
    public static readonly TimeSpan ClaimHolds = TimeSpan.FromSeconds(30);

    /// <summary>What was taken and may still go. What may not, because its conversation changed hands or the window closed, is settled on the spot.</summary>
    public async Task<(IReadOnlyList<ReplyClaim> Claims, bool Settled)> Take(int most, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var taken = await store.Write(async (db, token) =>
        {
            var ids = await TakeIds(db, most, now, token);
            if (ids.Count == 0)
                return [];
            var rows = await (from reply in db.Outbox
                              join conversation in db.Conversations on reply.ConversationId equals conversation.Id
                              where ids.Contains(reply.Id)
                              select new { Reply = reply, Conversation = conversation }).ToListAsync(token);
            foreach (var it in rows)
                Judge(it.Reply, it.Conversation, now);
            return rows.ConvertAll(it => (it.Reply, it.Conversation));
        }, cancellationToken);

        foreach (var (reply, _) in taken.Where(it => it.Reply.State != OutboxState.Sending))
            feed.Tell(reply.ConversationId);
        var claims = taken.Where(it => it.Reply.State == OutboxState.Sending).Select(it => new ReplyClaim(it.Reply, Parcel(it.Reply, it.Conversation))).ToList();
        return (claims, claims.Count < taken.Count);
    }

    private static Task<List<long>> TakeIds(ChatDb db, int most, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var now = at.ToUnixTimeMilliseconds();
        var until = (at + ClaimHolds).ToUnixTimeMilliseconds();
        return db.Database.SqlQuery<long>($"""
            UPDATE "Outbox" SET "State" = 1, "ClaimedUntil" = {until}, "Tries" = "Tries" + 1
            WHERE "State" = 0 AND "Id" IN (
                SELECT due."Id" FROM "Outbox" AS due
                WHERE due."State" = 0 AND due."DueAt" <= {now}
                  AND NOT EXISTS (SELECT 1 FROM "Outbox" AS older
                                  WHERE older."ConversationId" = due."ConversationId" AND older."Channel" = due."Channel" AND older."State" IN (0, 1) AND older."Id" < due."Id")
                  AND NOT EXISTS (SELECT 1 FROM "PausedPages" AS paused
                                  WHERE paused."Channel" = due."Channel" AND paused."Page" = due."Page" AND paused."PausedUntil" > {now})
                ORDER BY due."Id" LIMIT {most})
            RETURNING "Id" AS "Value"
            """).ToListAsync(cancellationToken);
    }

    // Asked again here, because it was written before: who owns the conversation, and whether the platform still lets us.
    private void Judge(OutboxRow reply, ConversationRow conversation, DateTimeOffset now)
    {
        if (reply.Channel != conversation.Channel)
        {
            // Another desk has no window, but may not be needed any more.
            if (!conversation.AtOtherDesk && ActivityJson.Read(reply.Activity).Type != ActivityTypes.EndOfConversation)
                (reply.State, reply.Why) = (OutboxState.Dropped, Outbox.NotNeeded);
            return;
        }

        var byPerson = reply.Author != Author.Bot;
        if (!byPerson && !conversation.Ownership.LetsBotSend(reply.HandsOver))
            (reply.State, reply.Why) = (OutboxState.Dropped, "Tư vấn viên đã nhận cuộc trò chuyện trước khi bot kịp gửi.");
        else if (clock.WindowOf(conversation)?.MessagesLeft == 0)
            (reply.State, reply.Why) = (OutboxState.Refused, "Nền tảng không cho nhắn thêm tới người này nữa; chờ họ nhắn lại.");
        else if (byPerson && FileLink.Read(ActivityJson.Read(reply.Activity)) is not null && clock.WindowOf(conversation)?.IsOpenForFiles(now) == false)
            (reply.State, reply.Why) = (OutboxState.Refused, "Đã quá thời hạn nền tảng cho gửi tệp tới người này; chờ họ nhắn lại.");
        else if (clock.WindowOf(conversation)?.IsOpen(now, byPerson) == false)
            (reply.State, reply.Why) = (OutboxState.Refused, "Đã quá thời hạn nền tảng cho phép nhắn cho người này; chờ họ nhắn lại.");
    }

    private static Parcel Parcel(OutboxRow reply, ConversationRow conversation) => new(
        reply.Id, conversation.Address(), ActivityJson.Read(reply.Activity), reply.Author != Author.Bot, conversation.LastHeardAt);
}
