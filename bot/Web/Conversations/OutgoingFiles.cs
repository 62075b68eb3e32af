using ChatBot.Talk.Activities;
using ChatBot.Web.Channels;
using ChatBot.Web.Conversations.Cases;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ChatBot.Web.Conversations;

/// <summary>What came of bringing a file.</summary>
/// <param name="Id">Null when it was not taken.</param>
/// <param name="Trouble">Why not, in Vietnamese.</param>
public sealed record BroughtFile(long? Id, string? Trouble);

/// <summary>Files for workers: kept when the advisor chooses them, sent with the words. Each is a message of its own, because that is what platforms carry.</summary>
public sealed class OutgoingFiles(GroupCommit store, FileKeeping files, CaseClock clock, Outbox outbox, IOptions<FilesOptions> options, TimeProvider time)
{
    // Chosen and never sent.
    private static readonly TimeSpan ForgottenAfter = TimeSpan.FromHours(24);

    /// <summary>The largest picture and the largest other file that can go to this worker, by our setting and by the channel; null: none.</summary>
    public FileRoom? RoomFor(ConversationRow conversation) => clock.FilesOf(conversation) is { } room
        ? room with { LargestPicture = Math.Min(room.LargestPicture, options.Value.Largest), LargestOther = Math.Min(room.LargestOther, options.Value.Largest) }
        : null;

    /// <summary>Keeps a chosen file for its advisor until it is sent.</summary>
    public Task<BroughtFile> Bring(string conversation, StaffMember staff, string name, byte[] content, CancellationToken cancellationToken) =>
        store.Write(async (db, token) =>
        {
            if (await db.Lock(conversation, token) is not { } row || Conflict.Between(staff, row) || !row.Ownership.IsOf(staff.Id))
                return new BroughtFile(null, "Bạn không còn giữ cuộc trò chuyện này nên chưa kèm tệp được.");
            if (RoomFor(row) is not { } room)
                return new BroughtFile(null, "Kênh này không gửi tệp được.");
            var file = CheckedFile.Of(name, content, options.Value.Largest);
            if (file.Trouble is { } trouble)
                return new BroughtFile(null, trouble);
            if (!room.Takes(file.Kind!.MediaType))
                return new BroughtFile(null, $"Kênh này không chở được tệp {file.Kind.Extension}. Bạn đổi sang ảnh JPEG, PNG hoặc PDF.");
            if (content.Length > room.Most(file.Kind.MediaType))
                return new BroughtFile(null, $"{CheckedFile.TooBig(room.Most(file.Kind.MediaType))} Kênh này không chở được.");
            var forgotten = time.GetUtcNow() - ForgottenAfter;
            await db.Attachments.Where(it => it.SaidId == null && it.At < forgotten).ExecuteDeleteAsync(token);
            var kept = files.Row(row.Id, file, Author.Advisor, staff: staff.Id);
            db.Attachments.Add(kept);
            await db.SaveChangesAsync(token);
            return new BroughtFile(kept.Id, null);
        }, cancellationToken);

    /// <summary>The advisor thought better of it.</summary>
    public Task Drop(long file, StaffMember staff, CancellationToken cancellationToken) =>
        store.Write((db, token) => db.Attachments.Where(it => it.Id == file && it.Staff == staff.Id && it.SaidId == null).ExecuteDeleteAsync(token), cancellationToken);

    /// <summary>The chosen files, in their order; null when not all of them can go now: already sent, deleted, or outside the channel's window.</summary>
    public async Task<IReadOnlyList<KeptFile>?> Find(ChatDb db, ConversationRow row, StaffMember staff, IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
            return [];
        var found = await db.Attachments.Where(it => ids.Contains(it.Id) && it.ConversationId == row.Id && it.Staff == staff.Id && it.SaidId == null)
            .Select(it => new KeptFile(it.Id, it.Place, it.Name, it.MediaType, it.Size)).ToListAsync(cancellationToken);
        var may = RoomFor(row) is not null && clock.WindowOf(row)?.IsOpenForFiles(time.GetUtcNow()) == true;
        return may && found.Count == ids.Count ? [.. ids.Select(id => found.Single(it => it.Id == id))] : null;
    }

    /// <summary>Puts them into the outbox. To be called inside a unit that holds the conversation (<see cref="ChatDb.Lock"/>).</summary>
    public async Task Send(ChatDb db, ConversationRow row, StaffMember staff, IReadOnlyList<KeptFile> chosen, CancellationToken cancellationToken)
    {
        foreach (var file in chosen)
        {
            var message = new Activity { Attachments = [FileLink.To(file.Id, file.Name, file.MediaType)], Locale = "vi-VN" };
            var reply = await outbox.Put(db, row, new Words(message, Author.Advisor, time.GetUtcNow()) { AuthorName = staff.DisplayName }, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            var line = await db.Said.Where(it => it.OutboxId == reply.Id).Select(it => it.Id).SingleAsync(cancellationToken);
            await db.Attachments.Where(it => it.Id == file.Id).ExecuteUpdateAsync(it => it.SetProperty(its => its.SaidId, line), cancellationToken);
        }
    }
}
