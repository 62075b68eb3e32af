using System.Globalization;
using ChatBot.Knowledge.Vietnamese;
using ChatBot.Talk.Handoff;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Conversations.Cases;

/// <summary>What advisors write into a case file: each deed one unit, with its line in the audit trail. Only into an open case no colleague has.</summary>
public sealed class CaseDeeds(GroupCommit store, CaseBook cases, Owners owners, Bells bells, LiveFeed feed, TimeProvider time)
{
    public const int LongestLabel = 40;

    public const int LongestEmployer = 200;

    /// <param name="area">A folder of the knowledge base; null: not said.</param>
    public Task<HandoffResult> SetArea(string conversation, StaffMember staff, string? area, CancellationToken cancellationToken) =>
        Do(new CaseDeed(conversation, staff, "set-area") { Detail = area }, (_, _, open, _) =>
        {
            open.Area = area;
            return Task.CompletedTask;
        }, cancellationToken);

    /// <summary>Urgent cases are shown first and promised sooner; a promise made once is not taken back.</summary>
    public Task<HandoffResult> SetUrgent(string conversation, StaffMember staff, bool urgent, CancellationToken cancellationToken) =>
        Do(new CaseDeed(conversation, staff, urgent ? "set-urgent" : "set-not-urgent"), (_, row, open, _) =>
        {
            row.Urgent = urgent;
            if (urgent)
                cases.Hurry(open, time.GetUtcNow());
            else
                open.Priority = CasePriority.Normal;
            return Task.CompletedTask;
        }, cancellationToken);

    /// <summary>Where the worker is employed, so that nobody who works there too reads it. Never in the audit trail.</summary>
    /// <param name="employer">Null: not known.</param>
    public Task<HandoffResult> SetEmployer(string conversation, StaffMember staff, string? employer, CancellationToken cancellationToken) =>
        Do(new CaseDeed(conversation, staff, "set-employer"), (_, row, _, _) =>
        {
            row.Employer = employer;
            return Task.CompletedTask;
        }, cancellationToken);

    /// <summary>A label that is new becomes one for all; accents and capitals apart it is the one there is.</summary>
    public Task<HandoffResult> AddLabel(string conversation, StaffMember staff, string name, CancellationToken cancellationToken) =>
        Do(new CaseDeed(conversation, staff, "labelled"), async (db, _, open, token) =>
        {
            var label = await FindOrAdd(db, Text.Normalize(name).Trim(), token);
            await db.Database.ExecuteSqlAsync($"""
                INSERT INTO "CaseLabels" ("CaseId", "LabelId") VALUES ({open.Id}, {label}) ON CONFLICT DO NOTHING
                """, token);
        }, cancellationToken);

    public Task<HandoffResult> RemoveLabel(string conversation, StaffMember staff, long label, CancellationToken cancellationToken) =>
        Do(new CaseDeed(conversation, staff, "unlabelled") { Detail = label.ToString(CultureInfo.InvariantCulture) },
            (db, _, open, token) => db.CaseLabels.Where(it => it.CaseId == open.Id && it.LabelId == label).ExecuteDeleteAsync(token), cancellationToken);

    /// <summary>What is claimed, and the day the breach was discovered; null for both: not known.</summary>
    public Task<HandoffResult> SetClaim(string conversation, StaffMember staff, (ClaimKind Kind, DateOnly Discovered)? claim, CancellationToken cancellationToken) =>
        Do(new CaseDeed(conversation, staff, "set-claim") { Detail = claim?.Kind.ToString() }, (_, _, open, _) =>
        {
            (open.Claim, open.ClaimFrom) = (claim?.Kind.ToString(), claim?.Discovered);
            return Task.CompletedTask;
        }, cancellationToken);

    /// <summary>The owner sends the case on to an authority: the referral is kept with its sheet, and a line in the transcript says so.</summary>
    public Task<HandoffResult> Refer(string conversation, StaffMember staff, Referral referral, CancellationToken cancellationToken) =>
        Do(new CaseDeed(conversation, staff, "referred") { Detail = referral.Kind.ToString(), ByOwner = true }, (db, row, open, token) =>
        {
            var line = owners.Line(row, $"{staff.DisplayName} đã lập phiếu chuyển đến {referral.Addressee}.");
            return referral.Keep(db, open, (staff, line), token);
        }, cancellationToken);

    private static async Task<long> FindOrAdd(ChatDb db, string name, CancellationToken cancellationToken)
    {
        var all = await db.Labels.AsNoTracking().ToListAsync(cancellationToken);
        if (all.FirstOrDefault(it => Text.Fold(it.Name) == Text.Fold(name)) is { } known)
            return known.Id;
        return (await db.Database.SqlQuery<long>($"""
            INSERT INTO "Labels" ("Name") VALUES ({name}) ON CONFLICT ("Name") DO UPDATE SET "Name" = "Labels"."Name" RETURNING "Id" AS "Value"
            """).ToListAsync(cancellationToken))[0];
    }

    private async Task<HandoffResult> Do(CaseDeed deed, Func<ChatDb, ConversationRow, CaseRow, CancellationToken, Task> act, CancellationToken cancellationToken)
    {
        var result = await store.Write(async (db, token) =>
        {
            if (await db.Lock(deed.Conversation, token) is not { } row)
                return HandoffResult.Unknown;
            if (Conflict.Between(deed.Staff, row))
                return HandoffResult.Conflict;
            if (!deed.IsAllowed(row.Ownership) || row.Case is not { } id || await db.Cases.FindAsync([id], token) is not { } open)
                return HandoffResult.NotYours;
            await act(db, row, open, token);
            await db.Append(new AuditEntry(time.GetUtcNow(), deed.Staff.Id, deed.What, row.Id, deed.Detail), token);
            return HandoffResult.Done;
        }, cancellationToken);
        bells.Reminders.Ring();
        feed.Tell(deed.Conversation);
        return result;
    }

    private sealed record CaseDeed(string Conversation, StaffMember Staff, string What)
    {
        public string? Detail { get; init; }

        /// <summary>Only whoever has the conversation may; otherwise everybody while no colleague has it.</summary>
        public bool ByOwner { get; init; }

        public bool IsAllowed(Ownership ownership) => ByOwner ? ownership.IsOf(Staff.Id) : ownership.IsFreeFor(Staff.Id);
    }
}
