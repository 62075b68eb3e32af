using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Conversations.Cases;

/// <summary>Gives out referral sheets, each time with a line in the audit trail.</summary>
public sealed class ReferralSheets(GroupCommit store, TimeProvider time)
{
    /// <summary>The sheet, for whoever has or last had the case, or a head; null when there is none, or it is not for this person.</summary>
    public Task<AttachmentRow?> Open(long referral, StaffMember staff, bool isHead, CancellationToken cancellationToken) =>
        store.Write(async (db, token) =>
        {
            var found = await (from row in db.Referrals
                               where row.Id == referral
                               join its in db.Cases on row.CaseId equals its.Id
                               join talk in db.Conversations on its.ConversationId equals talk.Id
                               select new { Row = row, Case = its, Conversation = talk }).AsNoTracking().SingleOrDefaultAsync(token);
            if (found is null || Conflict.Between(staff, found.Conversation) || !(isHead || found.Case.Owner == staff.Id))
                return null;
            var name = Referrals.FileName(found.Case.Number, referral);
            var sheet = await db.Attachments.AsNoTracking()
                .FirstOrDefaultAsync(it => it.ConversationId == found.Conversation.Id && it.Name == name && it.Staff == found.Row.MadeBy, token);
            if (sheet is not null)
                await db.Append(new AuditEntry(time.GetUtcNow(), staff.Id, "opened-referral", found.Conversation.Id, $"{referral}"), token);
            return sheet;
        }, cancellationToken);
}
