using ChatBot.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Data;

/// <summary>One file on one machine.</summary>
public sealed class SqliteChatDb(DbContextOptions<SqliteChatDb> options) : ChatDb(options)
{
    // SQLite has one writer: within a transaction of ours nobody else changes the row.
    public override Task<ConversationRow?> Lock(string conversation, CancellationToken cancellationToken) =>
        Conversations.SingleOrDefaultAsync(row => row.Id == conversation, cancellationToken);
}
