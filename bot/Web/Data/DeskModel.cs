using ChatBot.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Data;

/// <summary>The keys and indexes of what the desk keeps.</summary>
internal static class DeskModel
{
    public static void AddCases(this ModelBuilder builder)
    {
        builder.Entity<CaseRow>(row =>
        {
            row.HasIndex(it => it.Number).IsUnique();
            row.HasIndex(it => it.ConversationId).IsUnique().HasFilter("\"EndedAt\" IS NULL").HasDatabaseName("IX_Cases_Open");
            row.HasIndex(it => new { it.ConversationId, it.Id });
            row.HasIndex(it => it.OpenedAt);
            row.HasIndex(it => it.SurveyDueAt).HasFilter("\"SurveyDueAt\" IS NOT NULL");
        });
        builder.Entity<CaseYearRow>(row =>
        {
            row.ToTable("CaseYears").HasKey(it => it.Year);
            row.Property(it => it.Year).ValueGeneratedNever();
        });
        builder.Entity<LabelRow>().HasIndex(it => it.Name).IsUnique();
        builder.Entity<CaseLabelRow>(row =>
        {
            row.HasKey(it => new { it.CaseId, it.LabelId });
            row.HasIndex(it => it.LabelId);
        });
        builder.Entity<ReferralRow>(row =>
        {
            row.HasIndex(it => it.CaseId);
            row.HasIndex(it => it.FollowUpOn).HasFilter("\"DoneAt\" IS NULL");
        });
        builder.Entity<ReminderRow>(row =>
        {
            row.HasIndex(it => new { it.CaseId, it.Kind, it.Staff }).IsUnique();
            row.HasIndex(it => it.DueAt).HasFilter("\"AcknowledgedAt\" IS NULL");
        });
    }

    public static void AddDesk(this ModelBuilder builder)
    {
        builder.Entity<CannedReplyRow>(row =>
        {
            row.HasIndex(it => new { it.Owner, it.Shortcut }).IsUnique();
            // Of two shared ones neither has an owner, and for a database nothing does not equal nothing.
            row.HasIndex(it => it.Shortcut).IsUnique().HasFilter("\"Owner\" IS NULL").HasDatabaseName("IX_CannedReplies_Shared");
        });
        builder.Entity<AttachmentRow>(row =>
        {
            row.HasIndex(it => it.ConversationId);
            row.HasIndex(it => it.SaidId);
        });
        builder.Entity<FetchRow>(row =>
        {
            row.HasIndex(it => it.ConversationId);
            row.HasIndex(it => it.DueAt);
        });
        builder.Entity<CommentRow>(row =>
        {
            row.HasIndex(it => new { it.Channel, it.Page, it.CommentId }).IsUnique();
            row.HasIndex(it => it.DueAt).HasFilter("\"DueAt\" IS NOT NULL");
            row.HasIndex(it => it.At);
        });
        builder.Entity<PresenceRow>(row =>
        {
            row.HasKey(it => new { it.ConversationId, it.Staff });
            row.HasIndex(it => it.ReadingUntil);
        });
        builder.Entity<UnitRow>().HasIndex(it => it.Name).IsUnique();
        builder.Entity<DutyRow>().HasKey(it => new { it.Day, it.Sitting, it.Staff });
        builder.Entity<PushRow>(row =>
        {
            row.HasIndex(it => it.Endpoint).IsUnique();
            row.HasIndex(it => it.Staff);
        });
        builder.Entity<PushKeyRow>().ToTable("PushKeys").Property(it => it.Id).ValueGeneratedNever();
        builder.Entity<AuditRow>().HasIndex(it => new { it.ConversationId, it.Id });
        builder.Entity<AuditEndRow>(row =>
        {
            row.ToTable("AuditEnd").Property(it => it.Id).ValueGeneratedNever();
            row.HasData(new AuditEndRow());
        });
    }
}
