using ChatBot.Talk.Handoff.Calendar;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Knowledge;
using ChatBot.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Staff.Heads;

/// <summary>Somebody in a sitting.</summary>
public sealed record Seat(DateOnly Day, Sitting Sitting, StaffMember Who);

/// <summary>Who is on duty in which sitting.</summary>
public sealed class Roster(IDbContextFactory<ChatDb> databases, GroupCommit store, KnowledgeBase knowledge, TimeProvider time)
{
    public WorkCalendar Calendar => knowledge.Calendar;

    public async Task<IReadOnlyList<Seat>> Between(DateOnly from, DateOnly until, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await (from duty in db.Duties.AsNoTracking()
                      where duty.Day >= @from && duty.Day <= until
                      join who in db.Users on duty.Staff equals who.Id
                      orderby duty.Day, duty.Sitting, who.DisplayName
                      select new Seat(duty.Day, duty.Sitting, who)).ToListAsync(cancellationToken);
    }

    /// <summary>Who sits at this moment; nobody between the sittings and on days off.</summary>
    public async Task<IReadOnlyList<Seat>> Now(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (!Calendar.IsOpen(now))
            return [];
        var duty = Calendar.Next(now);
        return [.. (await Between(duty.Day, duty.Day, cancellationToken)).Where(it => it.Sitting == duty.Sitting && !it.Who.IsDisabled)];
    }

    /// <summary>Whom a head may put into a sitting: whoever may open the desk and has not been shut out.</summary>
    public async Task<IReadOnlyList<StaffMember>> Candidates(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var all = await db.Users.AsNoTracking()
            .Where(it => db.UserRoles.Any(role => role.UserId == it.Id && db.Roles.Any(one => one.Id == role.RoleId && (one.Name == StaffRoles.Advisor || one.Name == StaffRoles.Head))))
            .OrderBy(it => it.DisplayName).ToListAsync(cancellationToken);
        return [.. all.Where(it => !it.IsDisabled)];
    }

    public Task Add(DutyTime when, string staff, string head, CancellationToken cancellationToken) => store.Write(async (db, token) =>
    {
        var added = await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "Duties" ("Day", "Sitting", "Staff") VALUES ({when.Day}, {(int)when.Sitting}, {staff})
            ON CONFLICT DO NOTHING
            """, token);
        if (added > 0)
            await db.Append(Entry("duty-added", when, staff, head), token);
    }, cancellationToken);

    public Task Remove(DutyTime when, string staff, string head, CancellationToken cancellationToken) => store.Write(async (db, token) =>
    {
        var gone = await db.Duties.Where(it => it.Day == when.Day && it.Sitting == when.Sitting && it.Staff == staff).ExecuteDeleteAsync(token);
        if (gone > 0)
            await db.Append(Entry("duty-removed", when, staff, head), token);
    }, cancellationToken);

    private AuditEntry Entry(string what, DutyTime when, string staff, string head) =>
        new(time.GetUtcNow(), head, what, null, $"{staff} {OfficeDay.Field(when.Day)} {when.Sitting}");
}
