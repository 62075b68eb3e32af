using ChatBot.Talk.Handoff;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Knowledge;
using ChatBot.Web.Staff;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Advisors;

/// <summary>Somebody or something to choose: its id, and its name for people.</summary>
public sealed record Choice(string Id, string Name);

/// <summary>What there is to choose from at the desk.</summary>
public sealed class DeskChoices(IDbContextFactory<ChatDb> databases, KnowledgeBase knowledge, IEnumerable<Channels.Channel> channels, TimeProvider time)
{
    private const int MostMembers = 3;

    public IReadOnlyList<Choice> Channels { get; } = [.. channels.Where(it => !it.IsDesk).Select(it => new Choice(it.Name, DeskWords.Channel(it.Name)))];

    /// <summary>The areas of the knowledge base.</summary>
    public IReadOnlyList<Choice> Areas =>
        [.. knowledge.Content.Articles.Select(it => it.Area).Distinct().OrderBy(Reading.Areas.Place).ThenBy(it => it, StringComparer.Ordinal).Select(it => new Choice(it, Reading.Areas.Name(it)))];

    /// <summary>The teams that work now.</summary>
    public async Task<IReadOnlyList<Choice>> Units(CancellationToken cancellationToken)
    {
        var today = OfficeHours.DayOf(time.GetUtcNow());
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var units = await db.Units.AsNoTracking().Where(it => it.From <= today && (it.Until == null || it.Until >= today)).OrderBy(it => it.Name).ToListAsync(cancellationToken);
        return [.. units.Select(it => new Choice($"{it.Id}", it.Name))];
    }

    /// <summary>The words cases are sorted by.</summary>
    public async Task<IReadOnlyList<Choice>> Labels(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var labels = await db.Labels.AsNoTracking().OrderBy(it => it.Name).ToListAsync(cancellationToken);
        return [.. labels.Select(it => new Choice($"{it.Id}", it.Name))];
    }

    /// <summary>The team whose conversation it is, or whose its last case was, and some of those who work in it.</summary>
    public async Task<(string Name, IReadOnlyList<string> Members)> UnitOf(string conversation, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var unit = await db.Conversations.Where(it => it.Id == conversation).Select(it => it.Unit).SingleOrDefaultAsync(cancellationToken)
            ?? await db.Cases.Where(it => it.ConversationId == conversation).OrderByDescending(it => it.Id).Select(it => it.Unit).FirstOrDefaultAsync(cancellationToken);
        var name = await db.Units.Where(it => it.Id == unit).Select(it => it.Name).SingleOrDefaultAsync(cancellationToken);
        var members = await db.Users.AsNoTracking().Where(it => it.Unit == unit).OrderBy(it => it.DisplayName).ToListAsync(cancellationToken);
        return (name ?? "đơn vị khác", [.. members.Where(it => !it.IsDisabled).Select(it => it.DisplayName).Take(MostMembers)]);
    }

    /// <summary>Everybody else who works at the desk.</summary>
    public async Task<IReadOnlyList<Choice>> Colleagues(string staffId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var atDesk = db.UserRoles.Where(it => db.Roles.Any(role => role.Id == it.RoleId && (role.Name == StaffRoles.Advisor || role.Name == StaffRoles.Head))).Select(it => it.UserId);
        var people = await db.Users.AsNoTracking().Where(it => it.Id != staffId && atDesk.Contains(it.Id)).OrderBy(it => it.DisplayName).ToListAsync(cancellationToken);
        return [.. people.Where(it => !it.IsDisabled && it.PasswordHash is not null).Select(it => new Choice(it.Id, it.DisplayName))];
    }
}
