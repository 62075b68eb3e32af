using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Conversations;

/// <summary>Deletes what was said in a conversation. The keys of its messages stay, so that a repeated one is not answered again.</summary>
internal static class Erasure
{
    /// <summary>Everything up to the words that confirmed it; those stay, for a web chat that has not read them yet.</summary>
    public static async Task Erase(ChatDb db, string conversation, CancellationToken cancellationToken)
    {
        if (await db.Lock(conversation, cancellationToken) is not { EraseAfter: { } last } row)
            return;
        var confirmed = await db.Said.Where(it => it.OutboxId == last).Select(it => it.Id).FirstOrDefaultAsync(cancellationToken);
        await Erase(db, row, confirmed, last, cancellationToken);
    }

    /// <summary>Everything, what waits to be answered or sent as well. To be called inside a unit that holds the conversation.</summary>
    public static async Task EraseAll(ChatDb db, ConversationRow row, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await db.Inbox.Where(it => it.ConversationId == row.Id && it.DoneAt == null).ExecuteUpdateAsync(it => it.SetProperty(message => message.DoneAt, now), cancellationToken);
        row.DueAt = null;
        await Erase(db, row, long.MaxValue, long.MaxValue, cancellationToken);
    }

    private static async Task Erase(ChatDb db, ConversationRow row, long confirmed, long last, CancellationToken cancellationToken)
    {
        var conversation = row.Id;
        await db.Said.Where(it => it.ConversationId == conversation && it.Id < confirmed).ExecuteDeleteAsync(cancellationToken);
        await db.Outbox.Where(it => it.ConversationId == conversation && it.Id < last).ExecuteDeleteAsync(cancellationToken);
        await db.Inbox.Where(it => it.ConversationId == conversation && (it.DoneAt != null || it.ParkedAt != null))
            .ExecuteUpdateAsync(it => it.SetProperty(message => message.Activity, ""), cancellationToken);
        await db.Unanswered.Where(it => it.ConversationId == conversation).ExecuteDeleteAsync(cancellationToken);
        await db.Feedback.Where(it => it.ConversationId == conversation).ExecuteDeleteAsync(cancellationToken);
        await db.Attachments.Where(it => it.ConversationId == conversation).ExecuteDeleteAsync(cancellationToken);
        await db.Fetches.Where(it => it.ConversationId == conversation).ExecuteDeleteAsync(cancellationToken);
        await db.Cases.Where(it => it.ConversationId == conversation).ExecuteUpdateAsync(it => it
            .SetProperty(its => its.Card, (string?)null)
            .SetProperty(its => its.SurveyWords, (string?)null)
            .SetProperty(its => its.SurveyDueAt, (DateTimeOffset?)null), cancellationToken);
        (row.EraseAfter, row.Memory, row.Name, row.FoldedName, row.Employer, row.Reason, row.SamePerson) = (null, null, null, null, null, null, null);
    }
}
