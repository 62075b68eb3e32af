using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Staff.Heads;

/// <summary>A team as a form gives it.</summary>
public sealed record UnitGiven(string Name, DateOnly From, DateOnly? Until);

/// <summary>The teams, who is in which, and where each is employed themselves; every change stands in the audit trail.</summary>
public sealed class UnitBook(IDbContextFactory<ChatDb> databases, GroupCommit store, TimeProvider time)
{
    public async Task<IReadOnlyList<UnitRow>> Units(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Units.AsNoTracking().OrderBy(it => it.Name).ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<StaffMember>> Staff(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Users.AsNoTracking().OrderBy(it => it.DisplayName).ToListAsync(cancellationToken);
    }

    /// <returns>False: another team has that name.</returns>
    public Task<bool> Add(UnitGiven given, string head, CancellationToken cancellationToken) => store.Write(async (db, token) =>
    {
        var ids = await db.Database.SqlQuery<long>($"""
            INSERT INTO "Units" ("Name", "From", "Until") VALUES ({given.Name}, {given.From}, {given.Until})
            ON CONFLICT ("Name") DO NOTHING
            RETURNING "Id" AS "Value"
            """).ToListAsync(token);
        if (ids is [var id])
            await db.Append(new AuditEntry(time.GetUtcNow(), head, "unit-added", null, $"{id}"), token);
        return ids.Count > 0;
    }, cancellationToken);

    /// <returns>False: another team has that name.</returns>
    public Task<bool> Change(long unit, UnitGiven given, string head, CancellationToken cancellationToken) => store.Write(async (db, token) =>
    {
        if (await db.Units.AnyAsync(it => it.Name == given.Name && it.Id != unit, token))
            return false;
        if (await db.Units.SingleOrDefaultAsync(it => it.Id == unit, token) is not { } row)
            return true;
        (row.Name, row.From, row.Until) = (given.Name, given.From, given.Until);
        await db.Append(new AuditEntry(time.GetUtcNow(), head, "unit-changed", null, $"{unit}"), token);
        return true;
    }, cancellationToken);

    /// <param name="employers">One a line, as typed.</param>
    public Task Assign(string staff, long? unit, string employers, string head, CancellationToken cancellationToken) => store.Write(async (db, token) =>
    {
        var kept = string.Join('\n', employers.Normalize().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct());
        var changed = await db.Users.Where(it => it.Id == staff)
            .ExecuteUpdateAsync(it => it.SetProperty(row => row.Unit, unit).SetProperty(row => row.Employers, kept), token);
        // Where somebody is employed is theirs: the trail says only that it was written down anew.
        if (changed > 0)
            await db.Append(new AuditEntry(time.GetUtcNow(), head, "staff-assigned", null, unit is null ? staff : $"{staff} {unit}"), token);
    }, cancellationToken);
}
