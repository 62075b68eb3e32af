using ChatBot.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Data;

/// <summary>A server for any number of machines.</summary>
public sealed class PostgresChatDb(DbContextOptions<PostgresChatDb> options) : ChatDb(options)
{
    public override Task<ConversationRow?> Lock(string conversation, CancellationToken cancellationToken) =>
        Conversations.FromSql($"""SELECT * FROM "Conversations" WHERE "Id" = {conversation} FOR UPDATE""").SingleOrDefaultAsync(cancellationToken);
}
