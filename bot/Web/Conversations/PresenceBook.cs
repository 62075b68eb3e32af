using ChatBot.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Conversations;

/// <summary>A colleague with a conversation open before them.</summary>
public sealed record Present(string Name, bool IsTyping);

/// <summary>Who is reading and who is typing, on whatever machine. Known for a few seconds after each sign of life, then forgotten.</summary>
public sealed class PresenceBook(GroupCommit store, IDbContextFactory<ChatDb> databases, LiveFeed feed, TimeProvider time)
{
    /// <summary>In place of a conversation in the live feed: who is where has changed, and nothing else.</summary>
    public const string Changed = "#presence";

    /// <summary>A browser shows a sign of life more than twice in this time.</summary>
    public static readonly TimeSpan ReadingHolds = TimeSpan.FromSeconds(25);

    public static readonly TimeSpan TypingHolds = TimeSpan.FromSeconds(8);

    /// <summary>A sign of life. Desks hear of it only when it changes what they show.</summary>
    public async Task Beat(string conversation, string staff, bool isTyping, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var (reading, typing) = ((now + ReadingHolds).ToUnixTimeMilliseconds(), isTyping ? (now + TypingHolds).ToUnixTimeMilliseconds() : (long?)null);
        var isNews = await store.Write(async (db, token) =>
        {
            var before = await db.Presence.AsNoTracking().SingleOrDefaultAsync(it => it.ConversationId == conversation && it.Staff == staff, token);
            await db.Database.ExecuteSqlAsync($"""
                INSERT INTO "Presence" ("ConversationId", "Staff", "ReadingUntil", "TypingUntil") VALUES ({conversation}, {staff}, {reading}, {typing})
                ON CONFLICT ("ConversationId", "Staff") DO UPDATE SET "ReadingUntil" = excluded."ReadingUntil", "TypingUntil" = excluded."TypingUntil"
                """, token);
            var news = before is null || before.ReadingUntil < now || before.TypingUntil >= now != isTyping;
            if (news)
                await db.Presence.Where(it => it.ReadingUntil < now).ExecuteDeleteAsync(token);
            return news;
        }, cancellationToken);
        if (isNews)
            feed.Tell(Changed);
    }

    /// <summary>The page was left.</summary>
    public async Task Leave(string conversation, string staff, CancellationToken cancellationToken)
    {
        await store.Write((db, token) => db.Presence.Where(it => it.ConversationId == conversation && it.Staff == staff).ExecuteDeleteAsync(token), cancellationToken);
        feed.Tell(Changed);
    }

    /// <summary>Who is at which conversation now, besides the one who asks.</summary>
    public async Task<ILookup<string, Present>> Others(string staff, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await (from row in db.Presence
                          where row.ReadingUntil >= now && row.Staff != staff
                          join user in db.Users on row.Staff equals user.Id
                          orderby user.DisplayName
                          select new { row.ConversationId, user.DisplayName, row.TypingUntil }).ToListAsync(cancellationToken);
        return rows.ToLookup(it => it.ConversationId, it => new Present(it.DisplayName, it.TypingUntil >= now));
    }
}
