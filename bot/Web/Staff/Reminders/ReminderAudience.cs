using ChatBot.Web.Conversations;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using ChatBot.Web.Staff.Heads;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Staff.Reminders;

/// <summary>Who is told: whoever has the case; else those on duty now; else the advisors of its team; else all. Never somebody to whom the desk would not show it.</summary>
internal sealed class ReminderAudience(Roster roster, Desk desk, IDbContextFactory<ChatDb> databases)
{
    public async Task<IReadOnlyList<StaffMember>> Of(Reminded about, CancellationToken cancellationToken)
    {
        var all = await WhoeverSees(about, cancellationToken);
        if (all.Where(it => it.Id == about.Owner).ToList() is { Count: > 0 } owner)
            return owner;
        var onDuty = await OnDuty(cancellationToken);
        return FirstNotEmpty(all.Where(it => onDuty.Contains(it.Id)), all.Where(it => about.Case.Unit is not null && it.Unit == about.Case.Unit), all);
    }

    /// <summary>The ids of those who sit now.</summary>
    public async Task<IReadOnlyCollection<string>> OnDuty(CancellationToken cancellationToken) =>
        [.. (await roster.Now(cancellationToken)).Select(it => it.Who.Id)];

    private async Task<IReadOnlyList<StaffMember>> WhoeverSees(Reminded about, CancellationToken cancellationToken)
    {
        var heads = await Heads(cancellationToken);
        var all = new List<StaffMember>();
        foreach (var staff in await roster.Candidates(cancellationToken))
            // Whoever has not come yet is no help.
            if (staff.PasswordHash is not null && await desk.Shows(about.Conversation.Id, new DeskSight(staff, heads.Contains(staff.Id)), cancellationToken))
                all.Add(staff);
        return all;
    }

    private async Task<IReadOnlyCollection<string>> Heads(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.UserRoles.Where(it => db.Roles.Any(role => role.Id == it.RoleId && role.Name == StaffRoles.Head)).Select(it => it.UserId).ToListAsync(cancellationToken);
    }

    private static List<StaffMember> FirstNotEmpty(params IEnumerable<StaffMember>[] groups) =>
        groups.Select(it => it.ToList()).FirstOrDefault(it => it.Count > 0) ?? [];
}
