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
    public IReadOnlyList<Choice> Channels { get; } = [.. channels.Select(it => new Choice(it.Name, DeskWords.Channel(it.Name)))];

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

    /// <summary>Everybody else who works at the desk.</summary>
    public async Task<IReadOnlyList<Choice>> Colleagues(string staffId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var atDesk = db.UserRoles.Where(it => db.Roles.Any(role => role.Id == it.RoleId && (role.Name == StaffRoles.Advisor || role.Name == StaffRoles.Head))).Select(it => it.UserId);
        var people = await db.Users.AsNoTracking().Where(it => it.Id != staffId && atDesk.Contains(it.Id)).OrderBy(it => it.DisplayName).ToListAsync(cancellationToken);
        return [.. people.Where(it => !it.IsDisabled && it.PasswordHash is not null).Select(it => new Choice(it.Id, it.DisplayName))];
    }
}
