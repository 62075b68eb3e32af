using ChatBot.Web.Channels;
using ChatBot.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Conversations;

/// <summary>Keeps what people write under posts, durably and once, before the platform hears "200".</summary>
public sealed class Comments(GroupCommit store, Bells bells, TimeProvider time)
{
    public async Task Keep(IReadOnlyList<PageComment> comments, CancellationToken cancellationToken)
    {
        if (comments.Count == 0)
            return;
        await store.Write(async (db, token) =>
        {
            foreach (var it in comments)
                await Insert(db, it, token);
        }, cancellationToken);
        bells.Comments.Ring();
    }

    private Task<int> Insert(ChatDb db, PageComment it, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync($"""
        INSERT INTO "Comments" ("Channel", "Page", "CommentId", "At", "Text", "DueAt", "Tries")
        VALUES ({it.Channel}, {it.Page}, {it.CommentId}, {it.At.ToUnixTimeMilliseconds()}, {it.Text}, {time.GetUtcNow().ToUnixTimeMilliseconds()}, 0)
        ON CONFLICT ("Channel", "Page", "CommentId") DO NOTHING
        """, cancellationToken);
}
