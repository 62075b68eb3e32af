using ChatBot.Web.Conversations.Cases;
using ChatBot.Web.Data.Rows;
using ChatBot.Web.Staff.Heads;

namespace ChatBot.Web.Staff.Reminders;

/// <summary>Who is told: whoever has the case; else those on duty now; else the advisors of its team; else all.</summary>
internal sealed class ReminderAudience(Roster roster)
{
    public async Task<IReadOnlyList<StaffMember>> Of(Reminded about, CancellationToken cancellationToken)
    {
        var all = (await roster.Candidates(cancellationToken)).Where(it => MaySee(it, about)).ToList();
        if (all.Where(it => it.Id == about.Owner).ToList() is { Count: > 0 } owner)
            return owner;
        var onDuty = await OnDuty(cancellationToken);
        return FirstNotEmpty(all.Where(it => onDuty.Contains(it.Id)), all.Where(it => about.Case.Unit is not null && it.Unit == about.Case.Unit), all);
    }

    /// <summary>The ids of those who sit now.</summary>
    public async Task<IReadOnlyCollection<string>> OnDuty(CancellationToken cancellationToken) =>
        [.. (await roster.Now(cancellationToken)).Select(it => it.Who.Id)];

    // Whoever has not come yet, or could not open the case, is no help, and is told nothing of it.
    private static bool MaySee(StaffMember staff, Reminded about) =>
        staff.PasswordHash is not null && (staff.Unit is null || about.Case.Unit is null || staff.Unit == about.Case.Unit) && !Conflict.Between(staff, about.Conversation);

    private static List<StaffMember> FirstNotEmpty(params IEnumerable<StaffMember>[] groups) =>
        groups.Select(it => it.ToList()).FirstOrDefault(it => it.Count > 0) ?? [];
}
