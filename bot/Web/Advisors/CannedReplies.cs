using ChatBot.Knowledge.Vietnamese;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Advisors;

/// <summary>A canned reply as its writer gives it.</summary>
public sealed record CannedDraft(string Shortcut, string Title, string Text, bool IsShared);

/// <summary>The answers kept ready: each advisor's own, and those shared by all, which the heads keep.</summary>
public sealed class CannedReplies(IDbContextFactory<ChatDb> databases, GroupCommit store)
{
    public const int LongestText = 4_000;

    private const string Gone = "Không còn câu mẫu này, hoặc bạn không được sửa nó.";

    /// <summary>One's own and the shared ones, by shortcut; one's own first.</summary>
    public async Task<IReadOnlyList<CannedReplyRow>> List(string staffId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.CannedReplies.AsNoTracking().Where(it => it.Owner == staffId || it.Owner == null)
            .OrderBy(it => it.Shortcut).ThenBy(it => it.Owner == null).ToListAsync(cancellationToken);
    }

    /// <summary>Adds it, or changes the one of that id; returns what is in the way, null when it is kept.</summary>
    public async Task<string?> Keep(long? id, CannedDraft draft, StaffMember staff, bool isHead)
    {
        var form = draft with { Shortcut = Form(draft.Shortcut), Title = Text.Normalize(draft.Title), Text = Text.Normalize(draft.Text) };
        if (Trouble(form, isHead) is { } trouble)
            return trouble;
        try
        {
            return await store.Write((db, token) => Write(db, id, form, new(staff.Id, isHead), token), default);
        }
        catch (DbUpdateException)
        {
            // Another machine was quicker with the same shortcut.
            return Taken(form);
        }
    }

    public Task<string?> Delete(long id, StaffMember staff, bool isHead) => store.Write(async (db, token) =>
        await Own(db, new(staff.Id, isHead)).Where(it => it.Id == id).ExecuteDeleteAsync(token) == 1 ? null : Gone, default);

    /// <summary>"/Chào hỏi" → "chao-hoi": typed without accents on a phone.</summary>
    public static string Form(string shortcut) =>
        string.Join('-', Text.Fold(Text.Normalize(shortcut)).TrimStart('/').Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static string? Trouble(CannedDraft draft, bool isHead) => draft switch
    {
        { Shortcut: "" or { Length: > 30 } } => "Tên tắt cần từ 1 đến 30 chữ, ví dụ “chao”.",
        { Title: "" or { Length: > 100 } } => "Tiêu đề cần từ 1 đến 100 chữ.",
        { Text: "" or { Length: > LongestText } } => $"Nội dung cần từ 1 đến {LongestText:N0} chữ.",
        { IsShared: true } when !isHead => "Chỉ trưởng ban thêm hay sửa câu mẫu dùng chung.",
        _ => null,
    };

    private static string Taken(CannedDraft draft) => $"Đã có câu mẫu khác với tên tắt “/{draft.Shortcut}”. Bạn chọn tên khác.";

    private static IQueryable<CannedReplyRow> Own(ChatDb db, Keeper keeper) =>
        db.CannedReplies.Where(it => it.Owner == keeper.Staff || (keeper.IsHead && it.Owner == null));

    private static async Task<string?> Write(ChatDb db, long? id, CannedDraft draft, Keeper keeper, CancellationToken cancellationToken)
    {
        var row = id is null ? null : await Own(db, keeper).SingleOrDefaultAsync(it => it.Id == id, cancellationToken);
        if (id is not null && row is null)
            return Gone;
        // Whose it is never changes: what colleagues use does not vanish into one desk.
        var owner = row is not null ? row.Owner : draft.IsShared ? null : keeper.Staff;
        if (await db.CannedReplies.AnyAsync(it => it.Owner == owner && it.Shortcut == draft.Shortcut && it.Id != (id ?? 0), cancellationToken))
            return Taken(draft);
        if (row is null)
            db.CannedReplies.Add(new() { Owner = owner, Shortcut = draft.Shortcut, Title = draft.Title, Text = draft.Text });
        else
            (row.Shortcut, row.Title, row.Text) = (draft.Shortcut, draft.Title, draft.Text);
        return null;
    }

    private sealed record Keeper(string Staff, bool IsHead);
}
