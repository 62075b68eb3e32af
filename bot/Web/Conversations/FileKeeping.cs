using System.Security.Cryptography;
using ChatBot.Talk.Activities;
using ChatBot.Talk.Handoff;
using ChatBot.Web.Channels;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ChatBot.Web.Conversations;

/// <summary>Which attachment of which line of a transcript.</summary>
public sealed record FilePlace(long Line, int Place);

/// <summary>Keeps the files of workers, and says honestly when one is not kept: to the worker, and to the desk. To be called inside a unit that holds the conversation (<see cref="ChatDb.Lock"/>).</summary>
public sealed class FileKeeping(Outbox outbox, Owners owners, IOptions<FilesOptions> options, TimeProvider time)
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    /// <summary>What came with a message: bytes are kept at once, what the platform holds is noted down to be fetched.</summary>
    public async Task Take(ChatDb db, ConversationRow row, long line, IReadOnlyList<IncomingFile> files, CancellationToken cancellationToken)
    {
        foreach (var file in files)
            if (file.Url is { } url)
                db.Fetches.Add(new FetchRow { ConversationId = row.Id, SaidId = line, Place = file.Place, Name = file.Name, Url = url, DueAt = time.GetUtcNow() });
            else
                await Keep(db, row, new FilePlace(line, file.Place), CheckedFile.Of(file.Name, file.Content, options.Value.Largest), cancellationToken);
    }

    public async Task Keep(ChatDb db, ConversationRow row, FilePlace place, CheckedFile file, CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow() - Day;
        if (file.Trouble is { } trouble)
            await Refuse(db, row, file.Name, trouble, cancellationToken);
        else if (await db.Attachments.CountAsync(it => it.ConversationId == row.Id && it.Author == Author.Worker && it.At > since, cancellationToken) >= options.Value.MostPerDay)
            await Refuse(db, row, file.Name, $"Mỗi ngày chỉ nhận {options.Value.MostPerDay} tệp.", cancellationToken);
        else
            db.Attachments.Add(Row(row.Id, file, Author.Worker, place));
        // The next file of the same message counts this one.
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>A line for the desk; and a word to the worker, unless an advisor is there, who says it better.</summary>
    public async Task Refuse(ChatDb db, ConversationRow row, string name, string why, CancellationToken cancellationToken)
    {
        db.Said.Add(owners.Line(row, $"Không giữ được tệp “{name}” của người lao động. {why}"));
        if (row.Speaker == Speaker.Advisor)
            return;
        var words = new Activity { Text = $"Tệp “{name}” chưa gửi được tới tư vấn viên. {why} Bạn gửi lại tệp khác, hoặc viết bằng chữ.", TextFormat = "plain", Locale = "vi-VN" };
        await outbox.Put(db, row, new Words(words, Author.Bot, time.GetUtcNow()), cancellationToken);
    }

    /// <param name="place">Null: not sent yet.</param>
    public AttachmentRow Row(string conversation, CheckedFile file, Author author, FilePlace? place = null, string? staff = null) => new()
    {
        ConversationId = conversation,
        SaidId = place?.Line,
        Place = place?.Place ?? 0,
        Name = file.Name,
        MediaType = file.Kind!.MediaType,
        Size = file.Content.Length,
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(file.Content)),
        Content = file.Content,
        Author = author,
        Staff = staff,
        At = time.GetUtcNow(),
    };
}
