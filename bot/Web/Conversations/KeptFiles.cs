using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Conversations;

/// <summary>A file of a transcript, without its bytes.</summary>
/// <param name="Place">Which of the line's attachments it is.</param>
public sealed record KeptFile(long Id, int Place, string Name, string MediaType, long Size);

/// <summary>Reads the files of conversations, for whoever may read the conversation.</summary>
public sealed class KeptFiles(IDbContextFactory<ChatDb> databases, Handoffs handoffs)
{
    /// <summary>The file with its bytes; null when there is none, or this person may not open the conversation.</summary>
    public async Task<AttachmentRow?> Open(long id, DeskSight sight, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.Shown().Where(it => it.Id == id).Select(it => it.ConversationId).SingleOrDefaultAsync(cancellationToken) is not { } conversation)
            return null;
        return await handoffs.Open(conversation, sight with { AllUnits = true }, cancellationToken) == HandoffResult.Done
            ? await db.Attachments.AsNoTracking().SingleOrDefaultAsync(it => it.Id == id, cancellationToken)
            : null;
    }
}

/// <summary>What more than one part of the house asks of files.</summary>
internal static class FileQueries
{
    /// <summary>Files that stand in transcripts. A referral sheet belongs to a line of our own, and has stricter rules of its own.</summary>
    public static IQueryable<AttachmentRow> Shown(this ChatDb db) =>
        db.Attachments.Where(it => db.Said.Any(said => said.Id == it.SaidId && said.Author != Author.System));

    /// <summary>The files of a conversation by line, in their order.</summary>
    public static async Task<ILookup<long, KeptFile>> FilesOf(this ChatDb db, string conversation, CancellationToken cancellationToken)
    {
        var files = await db.Shown().Where(it => it.ConversationId == conversation).OrderBy(it => it.Place).ThenBy(it => it.Id)
            .Select(it => new { Line = it.SaidId!.Value, File = new KeptFile(it.Id, it.Place, it.Name, it.MediaType, it.Size) }).ToListAsync(cancellationToken);
        return files.ToLookup(it => it.Line, it => it.File);
    }
}
