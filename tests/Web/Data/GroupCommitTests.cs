using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using ChatBot.Web.Tests.Houses;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Tests.Data;

public sealed class GroupCommitTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnEveryDatabase]
    public async Task Many_units_are_written_together_and_each_caller_gets_its_own_result(Database database)
    {
        await using var house = await House.Open(database);

        var results = await Task.WhenAll(Enumerable.Range(0, 300).Select(number => house.Get<GroupCommit>().Write((db, _) =>
        {
            db.Unanswered.Add(Question($"câu {number}"));
            return Task.FromResult(number);
        }, Cancel)));

        Assert.Equal(Enumerable.Range(0, 300), results);
        Assert.Equal(300, await house.Read(db => db.Unanswered.CountAsync()));
    }

    [Theory, OnEveryDatabase]
    public async Task A_failing_unit_takes_back_its_own_changes_and_fails_for_its_own_caller(Database database)
    {
        await using var house = await House.Open(database);
        var store = house.Get<GroupCommit>();

        var before = store.Write((db, _) => Add(db, "trước"), Cancel);
        var failing = store.Write(async (db, token) =>
        {
            await Add(db, "hỏng");
            await db.SaveChangesAsync(token);
            throw new InvalidOperationException("of its own");
        }, Cancel);
        var breaking = store.Write((db, token) => db.Database.ExecuteSqlAsync($"""INSERT INTO "Nowhere" VALUES (1)""", token), Cancel);
        var after = store.Write((db, _) => Add(db, "sau"), Cancel);

        await Task.WhenAll(before, after);
        Assert.Equal("of its own", (await Assert.ThrowsAsync<InvalidOperationException>(() => failing)).Message);
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => breaking);
        Assert.Equal(["sau", "trước"], await Questions(house));
    }

    [Theory, OnEveryDatabase]
    public async Task Nobody_is_told_before_the_commit(Database database)
    {
        await using var house = await House.Open(database);
        var store = house.Get<GroupCommit>();
        var goOn = new TaskCompletionSource();
        var inside = new TaskCompletionSource();
        var holding = store.Write(async (_, _) =>
        {
            inside.SetResult();
            await goOn.Task;
        }, Cancel);
        await inside.Task;

        var first = store.Write((db, _) => Add(db, "một"), Cancel);
        var slow = store.Write((_, _) => Task.CompletedTask, Cancel);

        Assert.False(first.IsCompleted);
        Assert.Empty(await Questions(house));
        goOn.SetResult();
        await Task.WhenAll(holding, first, slow);
        Assert.Equal(["một"], await Questions(house));
    }

    [Theory, OnEveryDatabase]
    public async Task A_caller_who_went_away_before_it_was_begun_is_left_out(Database database)
    {
        await using var house = await House.Open(database);
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => house.Get<GroupCommit>().Write((db, _) => Add(db, "thôi"), gone.Token));

        Assert.Empty(await Questions(house));
    }

    [Fact]
    public async Task A_locked_file_fails_the_units_and_the_loop_goes_on()
    {
        await using var house = await House.Open(Database.Sqlite);
        await using var other = new SqliteConnection(house.Plan.Connection);
        await other.OpenAsync(Cancel);
        await using (var locking = other.CreateCommand())
        {
            locking.CommandText = "BEGIN IMMEDIATE";
            await locking.ExecuteNonQueryAsync(Cancel);
            await Assert.ThrowsAsync<StoreUnavailable>(() => house.Get<GroupCommit>().Write((db, _) => Add(db, "kẹt"), Cancel));
            locking.CommandText = "ROLLBACK";
            await locking.ExecuteNonQueryAsync(Cancel);
        }

        await house.Get<GroupCommit>().Write((db, _) => Add(db, "lại được"), Cancel);
        Assert.Equal(["lại được"], await Questions(house));
    }

    [Fact]
    public async Task A_full_disk_fails_the_units_and_the_loop_goes_on()
    {
        await using var house = await House.Open(Database.Sqlite);
        var store = house.Get<GroupCommit>();

        await Assert.ThrowsAsync<StoreUnavailable>(() => store.Write(async (db, token) =>
        {
            await db.Database.ExecuteSqlAsync($"PRAGMA max_page_count = 1", token);
            await Add(db, new string('x', 1_000_000));
        }, Cancel));

        await store.Write((db, token) => db.Database.ExecuteSqlAsync($"PRAGMA max_page_count = 1000000", token), Cancel);
        await store.Write((db, _) => Add(db, "lại được"), Cancel);
        Assert.Equal(["lại được"], await Questions(house));
    }

    [Fact]
    public async Task A_read_only_server_fails_the_units_and_the_loop_goes_on()
    {
        await using var house = await House.Open(Database.Postgres);
        await PostgresCluster.Shut(house.Plan.Connection!, "SET default_transaction_read_only = on");

        await Assert.ThrowsAsync<StoreUnavailable>(() => house.Get<GroupCommit>().Write((db, _) => Add(db, "kẹt"), Cancel));

        await PostgresCluster.Shut(house.Plan.Connection!, "SET default_transaction_read_only = off");
        await Waiting.Until(() => Tries(house));
        Assert.Equal(["lại được"], await Questions(house));
    }

    private static async Task<bool> Tries(House house)
    {
        try
        {
            await house.Get<GroupCommit>().Write((db, _) => Add(db, "lại được"), Cancel);
            return true;
        }
        catch (StoreUnavailable)
        {
            return false;
        }
    }

    private static Task Add(ChatDb db, string question)
    {
        db.Unanswered.Add(Question(question));
        return Task.CompletedTask;
    }

    private static UnansweredRow Question(string question) => new() { ConversationId = "false:p1:an", Question = question };

    private static Task<List<string>> Questions(House house) =>
        house.Read(db => db.Unanswered.Select(row => row.Question).OrderBy(it => it).ToListAsync(Cancel));
}
