using ChatBot.Web.Data.Rows;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Data;

/// <summary>Everything that outlives the program. Read it with a context of your own; write through <see cref="GroupCommit"/>.</summary>
public abstract class ChatDb(DbContextOptions options) : IdentityDbContext<StaffMember>(options), IDataProtectionKeyContext
{
    public DbSet<ConversationRow> Conversations => Set<ConversationRow>();

    public DbSet<InboxRow> Inbox => Set<InboxRow>();

    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    public DbSet<SaidRow> Said => Set<SaidRow>();

    public DbSet<PageRow> PausedPages => Set<PageRow>();

    public DbSet<ConnectionRow> Connections => Set<ConnectionRow>();

    public DbSet<UnansweredRow> Unanswered => Set<UnansweredRow>();

    public DbSet<FeedbackRow> Feedback => Set<FeedbackRow>();

    public DbSet<ArticleRow> Articles => Set<ArticleRow>();

    public DbSet<StatuteRow> Statutes => Set<StatuteRow>();

    public DbSet<CaseRow> Cases => Set<CaseRow>();

    public DbSet<LabelRow> Labels => Set<LabelRow>();

    public DbSet<CaseLabelRow> CaseLabels => Set<CaseLabelRow>();

    public DbSet<ReferralRow> Referrals => Set<ReferralRow>();

    public DbSet<CannedReplyRow> CannedReplies => Set<CannedReplyRow>();

    public DbSet<AttachmentRow> Attachments => Set<AttachmentRow>();

    public DbSet<FetchRow> Fetches => Set<FetchRow>();

    public DbSet<CommentRow> Comments => Set<CommentRow>();

    public DbSet<PresenceRow> Presence => Set<PresenceRow>();

    public DbSet<ReminderRow> Reminders => Set<ReminderRow>();

    public DbSet<UnitRow> Units => Set<UnitRow>();

    public DbSet<DutyRow> Duties => Set<DutyRow>();

    public DbSet<PushRow> Pushes => Set<PushRow>();

    public DbSet<AuditRow> Audit => Set<AuditRow>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    // Named here, so that migrations do not depend on what the program is set to.
    protected override Version SchemaVersion => IdentitySchemaVersions.Version2;

    /// <summary>The conversation, for this transaction alone; null when there is none of that id.</summary>
    public abstract Task<ConversationRow?> Lock(string conversation, CancellationToken cancellationToken);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<Milliseconds>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<ConversationRow>(row =>
        {
            row.HasIndex(it => it.DueAt).HasFilter("\"DueAt\" IS NOT NULL");
            row.HasIndex(it => it.OfferAt).HasFilter("\"OfferAt\" IS NOT NULL");
            row.HasIndex(it => it.EraseAfter).HasFilter("\"EraseAfter\" IS NOT NULL");
            row.HasIndex(it => it.SamePerson).HasFilter("\"SamePerson\" IS NOT NULL");
            row.HasIndex(it => new { it.Speaker, it.LastSaidAt });
        });
        builder.Entity<InboxRow>(row =>
        {
            row.HasIndex(it => new { it.Channel, it.Page, it.ExternalId }).IsUnique();
            row.HasIndex(it => it.ConversationId).HasFilter("\"DoneAt\" IS NULL AND \"ParkedAt\" IS NULL").HasDatabaseName("IX_Inbox_Pending");
        });
        builder.Entity<OutboxRow>(row =>
        {
            row.HasIndex(it => new { it.ConversationId, it.Id }).HasFilter("\"State\" IN (0, 1)").HasDatabaseName("IX_Outbox_UnderWay");
            row.HasIndex(it => it.DueAt).HasFilter("\"State\" IN (0, 1)").HasDatabaseName("IX_Outbox_Due");
            row.HasIndex(it => it.ExternalId).HasFilter("\"ExternalId\" IS NOT NULL");
        });
        builder.Entity<SaidRow>(row =>
        {
            row.HasIndex(it => new { it.ConversationId, it.Id });
            row.HasIndex(it => it.OutboxId);
        });
        builder.Entity<PageRow>().HasKey(it => new { it.Channel, it.Page });
        builder.Entity<ConnectionRow>().HasKey(it => new { it.Channel, it.Page });
        builder.Entity<UnansweredRow>().HasIndex(it => it.ConversationId);
        builder.Entity<FeedbackRow>().HasIndex(it => it.ConversationId);
        builder.Entity<StatuteRow>().HasKey(it => it.Number);
        builder.AddCases();
        builder.AddDesk();
    }
}
