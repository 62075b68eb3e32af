using ChatBot.Web.Data;
using ChatBot.Web.Tests.Houses;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Tests.Data;

public sealed class AuditTrailTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnEveryDatabase]
    public async Task An_untouched_trail_holds_whichever_machine_wrote_it(Database database)
    {
        await using var house = await House.Open(database);
        await using var other = await house.Beside();
        Assert.Null(await house.Read(db => db.VerifyAudit(Cancel)));

        await Task.WhenAll(Enumerable.Range(0, 20).Select(it => Write(it % 2 == 0 ? house : other, it)));

        Assert.Equal(20, await house.Read(db => db.Audit.CountAsync(Cancel)));
        Assert.Null(await house.Read(db => db.VerifyAudit(Cancel)));
    }

    [Theory, OnEveryDatabase]
    public async Task The_first_changed_row_is_named(Database database)
    {
        await using var house = await Written(database);
        await house.Read(db => db.Audit.Where(it => it.Id == 3).ExecuteUpdateAsync(it => it.SetProperty(row => row.Who, "somebody else"), Cancel));

        Assert.Equal(new AuditBreak(3), await house.Read(db => db.VerifyAudit(Cancel)));
    }

    [Theory, OnEveryDatabase]
    public async Task Where_a_row_is_gone_the_next_one_is_named(Database database)
    {
        await using var house = await Written(database);
        await house.Read(db => db.Audit.Where(it => it.Id == 3).ExecuteDeleteAsync(Cancel));

        Assert.Equal(new AuditBreak(4), await house.Read(db => db.VerifyAudit(Cancel)));
    }

    [Theory, OnEveryDatabase]
    public async Task Rows_cut_off_the_end_are_missed(Database database)
    {
        await using var house = await Written(database);
        await house.Read(db => db.Audit.Where(it => it.Id == 5).ExecuteDeleteAsync(Cancel));

        Assert.Equal(new AuditBreak(null), await house.Read(db => db.VerifyAudit(Cancel)));
    }

    [Theory, OnEveryDatabase]
    public async Task What_is_taken_back_leaves_no_row(Database database)
    {
        await using var house = await Written(database);

        await Assert.ThrowsAsync<InvalidOperationException>(() => house.Get<GroupCommit>().Write(async (db, token) =>
        {
            await db.Append(Entry(6), token);
            throw new InvalidOperationException("The deed failed.");
        }, Cancel));

        Assert.Equal(5, await house.Read(db => db.Audit.CountAsync(Cancel)));
        Assert.Null(await house.Read(db => db.VerifyAudit(Cancel)));
    }

    private static async Task<House> Written(Database database)
    {
        var house = await House.Open(database);
        for (var i = 1; i <= 5; i++)
            await Write(house, i);
        return house;
    }

    private static Task Write(House house, int number) => house.Get<GroupCommit>().Write((db, token) => db.Append(Entry(number), token), Cancel);

    private static AuditEntry Entry(int number) => new(DateTimeOffset.UnixEpoch.AddTicks(12345678 + number), "hoa", "took", $"false:p1:{number}", null);
}
