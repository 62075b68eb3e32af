using ChatBot.Web.Channels;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Conversations;

/// <summary>The owner of a conversation notes that its worker said they write elsewhere too, or takes that back: each deed one unit, with its lines in the audit trail. Nothing but the note is shared.</summary>
public sealed class PersonLinks(GroupCommit store, Owners owners, LiveFeed feed, TimeProvider time)
{
    /// <summary>Both conversations, and whatever either was linked with before, are one person's from now on.</summary>
    public Task<HandoffResult> Link(string conversation, string other, DeskSight sight, CancellationToken cancellationToken) =>
        Do([conversation, other], async (db, token) =>
        {
            // Always in the same order, so that two machines that link crosswise do not wait for each other.
            var locked = new Dictionary<string, ConversationRow?>();
            foreach (var id in new[] { conversation, other }.Distinct().Order(StringComparer.Ordinal))
                locked[id] = await db.Lock(id, token);
            if (locked[conversation] is not { } row || locked[other] is not { } its)
                return HandoffResult.Unknown;
            if (Refusal(row, [row, its, .. await db.Linked(row.Id).AsNoTracking().ToListAsync(token), .. await db.Linked(its.Id).AsNoTracking().ToListAsync(token)], sight) is { } refusal)
                return refusal;
            if (!await sight.Of(db.Conversations.Where(it => it.Id == its.Id), db).AnyAsync(token))
                return HandoffResult.OtherUnit;
            if (row == its || (row.SamePerson is { } same && same == its.SamePerson))
                return HandoffResult.Already;
            await Note(db, [row, its], sight, "linked-person", token);
            await Join(db, row, its, token);
            db.Said.Add(owners.Line(row, $"{sight.Staff.DisplayName} ghi: người này cũng nhắn trên {ChannelNames.Of(its.Channel)}."));
            db.Said.Add(owners.Line(its, $"{sight.Staff.DisplayName} ghi: người này cũng nhắn trên {ChannelNames.Of(row.Channel)}."));
            return HandoffResult.Done;
        }, cancellationToken);

    /// <summary>The conversation stands for itself again; the others stay linked with each other.</summary>
    public Task<HandoffResult> Unlink(string conversation, DeskSight sight, CancellationToken cancellationToken) =>
        Do([conversation], async (db, token) =>
        {
            if (await db.Lock(conversation, token) is not { } row)
                return HandoffResult.Unknown;
            var others = await db.Linked(row.Id).AsNoTracking().OrderBy(it => it.Id).ToListAsync(token);
            if (Refusal(row, [row, .. others], sight) is { } refusal)
                return refusal;
            if (others.Count == 0)
                return HandoffResult.Already;
            await Note(db, [row, .. others], sight, "unlinked-person", token);
            row.SamePerson = null;
            db.Said.Add(owners.Line(row, Undone(sight, others)));
            db.Said.AddRange(others.Select(it => owners.Line(it, Undone(sight, [row]))));
            return HandoffResult.Done;
        }, cancellationToken);

    private static HandoffResult? Refusal(ConversationRow row, IEnumerable<ConversationRow> all, DeskSight sight) =>
        all.Any(sight.IsBlind) ? HandoffResult.Conflict
        : !row.Ownership.IsOf(sight.Staff.Id) ? HandoffResult.NotYours
        : null;

    // No name of the other: not everybody who reads this conversation may read that one.
    private static string Undone(DeskSight sight, IEnumerable<ConversationRow> others) =>
        $"{sight.Staff.DisplayName} đã bỏ ghi chú người này cũng nhắn trên {string.Join(", ", others.Select(it => ChannelNames.Of(it.Channel)).Distinct())}.";

    // A group of one is none: whoever is left alone in it is linked with nobody.
    private static async Task Join(ChatDb db, ConversationRow row, ConversationRow its, CancellationToken cancellationToken)
    {
        var group = row.SamePerson ?? its.SamePerson ?? Guid.NewGuid();
        if (its.SamePerson is { } old)
            await db.Conversations.Where(it => it.SamePerson == old).ExecuteUpdateAsync(it => it.SetProperty(one => one.SamePerson, group), cancellationToken);
        (row.SamePerson, its.SamePerson) = (group, group);
    }

    // Before anything is linked: the end of the trail is held until the commit, so that nobody joins a group that another machine is moving.
    private async Task Note(ChatDb db, IReadOnlyList<ConversationRow> rows, DeskSight sight, string what, CancellationToken cancellationToken)
    {
        foreach (var row in rows)
            await db.Append(new AuditEntry(time.GetUtcNow(), sight.Staff.Id, what, row.Id, row == rows[0] ? string.Join(' ', rows.Skip(1).Select(it => it.Id)) : rows[0].Id), cancellationToken);
    }

    private async Task<HandoffResult> Do(string[] touched, Func<ChatDb, CancellationToken, Task<HandoffResult>> deed, CancellationToken cancellationToken)
    {
        var result = await store.Write(deed, cancellationToken);
        Array.ForEach(touched, feed.Tell);
        return result;
    }
}
