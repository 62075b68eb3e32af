using ChatBot.Talk.Activities;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Channels.WebChat;

/// <summary>Reads a conversation's transcript the way its browser may see it.</summary>
public sealed class WebChatTranscript(IDbContextFactory<ChatDb> databases, WebChatFiles files)
{
    private const int MostAtOnce = 100;

    /// <summary>True once something was said in it.</summary>
    public async Task<bool> Has(string conversation, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var key = Key(conversation);
        return await db.Conversations.AnyAsync(row => row.Id == key, cancellationToken);
    }

    /// <summary>The line on which an activity of the worker stands, by the id it was kept under.</summary>
    public async Task<long?> Find(string conversation, string activity, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var key = Key(conversation);
        return await db.Said
            .Where(row => row.ConversationId == key && row.Author == Author.Worker && row.Activity.Contains(activity))
            .OrderBy(row => row.Id).Select(row => (long?)row.Id)
            .FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>At most a hundred lines after a watermark, up to the first that has not left yet, since a later line must not be read before it;
    /// and the last line looked at, after which the next reading begins.</summary>
    /// <param name="site">This site as the browser reaches it.</param>
    public async Task<(IReadOnlyList<Activity> News, long Last)> After(string conversation, long watermark, string site, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var key = Key(conversation);
        var lines = await (
            from said in db.Said.AsNoTracking()
            where said.ConversationId == key && said.Id > watermark
            join reply in db.Outbox on said.OutboxId equals reply.Id into replies
            from reply in replies.DefaultIfEmpty()
            orderby said.Id
            select new { Said = said, State = (OutboxState?)reply.State }).Take(MostAtOnce).ToListAsync(cancellationToken);

        var gone = lines.TakeWhile(line => line.State is not (OutboxState.Waiting or OutboxState.Sending)).ToList();
        return (
            [.. gone.Where(line => line.Said.Author is Author.Worker or Author.Bot or Author.Advisor or Author.Page && line.State is null or OutboxState.Sent)
                .Select(line => WebChatPayload.ToBrowser(line.Said, conversation) is var said && line.Said.Author == Author.Worker ? said : files.Link(said, conversation, site))],
            gone.Count > 0 ? gone[^1].Said.Id : watermark);
    }

    private static string Key(string conversation) => $"{WebChatPayload.Channel}:{WebChatPayload.Page}:{conversation}";
}
