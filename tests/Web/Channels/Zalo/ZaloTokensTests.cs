using System.Data.Common;
using ChatBot.Web.Channels.Zalo;
using ChatBot.Web.Data;
using ChatBot.Web.Tests.Houses;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace ChatBot.Web.Tests.Channels.Zalo;

/// <summary>The chain of single-use tokens, with machines that die and machines that come together.</summary>
public sealed class ZaloTokensTests
{
    private static readonly TimeSpan UntilDue = TimeSpan.FromHours(21);

    /// <summary>The claim and the keeping, each a statement and a commit with their two ends, and the two ends of the call between them.</summary>
    private const int StepsOfARenewal = 10;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnEveryDatabase]
    public async Task Two_hundred_machines_die_in_the_middle_of_renewing_and_the_chain_holds(Database database)
    {
        using var zalo = new FalseZalo { IsStrict = false };
        var death = new Death();
        await using var house = await Open(database, zalo, death);
        var (died, steps) = (0, new HashSet<string>());

        for (var round = 0; died < 200; round++)
        {
            house.Clock.Advance(UntilDue);
            death.ComesAfter(round % StepsOfARenewal);
            if (await Renew(house, death) is { } where)
            {
                died++;
                steps.Add(where);
            }

            // The next machine comes when the claim of the dead one has run out.
            house.Clock.Advance(ZaloTokens.ClaimHolds);
            var open = Assert.IsType<ZaloAccess.Open>(await house.Tokens.OpenFresh(FalseZalo.Account, Cancel));
            Assert.True(zalo.Alive.ContainsKey(open.Token));
            Assert.Null(await house.Read(db => db.Connections.Select(it => it.Trouble).SingleAsync(Cancel)));
        }

        // Each step was met: the claim, the call in both directions, the keeping, and the moments after either was durable.
        Assert.Superset(new HashSet<string> { "oauth asked", "oauth answered", "before UPDATE", "after UPDATE", "before commit", "after commit" }, steps);
        Assert.Equal(0, zalo.SpentBrought);
    }

    [Theory, OnEveryDatabase]
    public async Task Even_where_a_token_is_spent_at_once_only_a_lost_answer_loses_the_chain_and_one_consent_mends_it(Database database)
    {
        using var zalo = new FalseZalo { IsStrict = true };
        var death = new Death();
        await using var house = await Open(database, zalo, death);
        var lost = 0;

        for (var step = 0; step < 40; step++)
        {
            house.Clock.Advance(UntilDue);
            death.ComesAfter(step % StepsOfARenewal);
            var renewals = zalo.Renewals;
            var generation = await Generation(house);
            var where = await Renew(house, death);
            var unkept = zalo.Renewals > renewals && await Generation(house) == generation;
            house.Clock.Advance(ZaloTokens.ClaimHolds);

            // The pair that opens goes on opening, whatever became of the next one.
            var open = Assert.IsType<ZaloAccess.Open>(await house.Tokens.OpenFresh(FalseZalo.Account, Cancel));
            Assert.True(zalo.Alive.ContainsKey(open.Token));
            var trouble = await house.Read(db => db.Connections.Select(it => it.Trouble).SingleAsync(Cancel));
            Assert.True(unkept == trouble is not null, $"{where}: {trouble}");
            if (!unkept)
                continue;
            lost++;
            Assert.Contains("Kết nối lại Zalo", trouble, StringComparison.Ordinal);
            await house.Tokens.Keep(FalseZalo.Account, zalo.Consent(), Cancel);
        }

        Assert.True(lost > 0);
        Assert.Null(await house.Read(db => db.Connections.Select(it => it.Trouble).SingleAsync(Cancel)));
    }

    [Theory, OnEveryDatabase]
    public async Task Of_machines_that_come_together_exactly_one_renews(Database database)
    {
        using var zalo = new FalseZalo();
        await using var house = await Open(database, zalo, new Death());
        await using var other = database == Database.Postgres ? await Machine.Start(house.Connection, zalo, new Death()) : null;
        Machine[] machines = other is null ? [house] : [house, other];
        foreach (var machine in machines)
            machine.Clock.Advance(TimeSpan.FromHours(26));

        var all = await Task.WhenAll(Enumerable.Range(0, 16).Select(it => machines[it % machines.Length].Tokens.Open(FalseZalo.Account, null, Cancel)));

        Assert.Equal((1, 0), (zalo.Renewals, zalo.SpentBrought));
        Assert.All(all, it => Assert.True(it is ZaloAccess.Later or ZaloAccess.Open { Token: "AT2" }));
        Assert.Contains(all, it => it is ZaloAccess.Open);
    }

    [Fact]
    public async Task A_token_that_Zalo_refuses_before_its_time_is_replaced_and_the_one_after_it_is_not()
    {
        using var zalo = new FalseZalo();
        await using var house = await Open(Database.Sqlite, zalo, new Death());
        var tokens = house.Tokens;

        Assert.Equal(new ZaloAccess.Open("AT2"), await tokens.Open(FalseZalo.Account, "AT1", Cancel));
        Assert.Equal(new ZaloAccess.Open("AT2"), await tokens.Open(FalseZalo.Account, "AT1", Cancel));
        Assert.Equal(1, zalo.Renewals);
    }

    [Fact]
    public async Task A_pair_opens_until_it_is_due_and_is_then_renewed_while_it_still_opens()
    {
        using var zalo = new FalseZalo();
        await using var house = await Open(Database.Sqlite, zalo, new Death());
        var tokens = house.Tokens;

        house.Clock.Advance(TimeSpan.FromHours(19));
        Assert.Equal(new ZaloAccess.Open("AT1"), await tokens.OpenFresh(FalseZalo.Account, Cancel));
        house.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(new ZaloAccess.Open("AT2"), await tokens.OpenFresh(FalseZalo.Account, Cancel));
    }

    [Fact]
    public async Task The_database_keeps_no_token_that_could_be_read()
    {
        using var zalo = new FalseZalo();
        await using var house = await Open(Database.Sqlite, zalo, new Death());
        await house.Tokens.Open(FalseZalo.Account, "AT1", Cancel);

        var row = await house.Read(db => db.Connections.SingleAsync(Cancel));

        Assert.All((string?[])[row.AccessToken, row.RefreshToken, row.SpentToken], it => Assert.DoesNotMatch("[AR]T[12]$", it!));
        Assert.Equal(3, new HashSet<string?> { row.AccessToken, row.RefreshToken, row.SpentToken }.Count);
    }

    [Fact]
    public async Task An_account_nobody_connected_says_who_has_to_do_what()
    {
        using var zalo = new FalseZalo();
        await using var house = await Open(Database.Sqlite, zalo, new Death());

        Assert.Contains("Trưởng ban kết nối", Assert.IsType<ZaloAccess.Lost>(await house.Tokens.Open("khac", null, Cancel)).Why, StringComparison.Ordinal);
    }

    private static async Task<Machine> Open(Database database, FalseZalo zalo, Death death)
    {
        var machine = await Machine.Start(await HousePlan.NewConnection(database), zalo, death);
        await machine.Tokens.Keep(FalseZalo.Account, zalo.Consent(), Cancel);
        zalo.AtStep = death.Pass;
        return machine;
    }

    private static Task<long> Generation(Machine house) => house.Read(db => db.Connections.Select(it => it.Generation).SingleAsync(Cancel));

    /// <returns>Where it died; null: it came through.</returns>
    private static async Task<string?> Renew(Machine house, Death death)
    {
        var renewing = house.Tokens.OpenFresh(FalseZalo.Account, Cancel);
        while (!renewing.IsCompleted)
        {
            await Task.Delay(1, Cancel);
            // It believes that only the database rests, and tries in vain.
            if (death.Where is not null)
                house.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        try
        {
            await renewing;
        }
        catch (Exception) when (death.Where is not null)
        {
            // Dead.
        }

        death.IsOver();
        return death.Where;
    }

    /// <summary>A machine with its database and nothing that runs by itself.</summary>
    private sealed class Machine(IHost host, string connection) : IAsyncDisposable
    {
        public string Connection => connection;

        public FakeTimeProvider Clock => (FakeTimeProvider)host.Services.GetRequiredService<TimeProvider>();

        public ZaloTokens Tokens => host.Services.GetRequiredService<ZaloTokens>();

        public static async Task<Machine> Start(string connection, FalseZalo zalo, Death death)
        {
            var builder = Host.CreateEmptyApplicationBuilder(null);
            builder.Configuration.AddInMemoryCollection(FalseZalo.Settings.Append(new("ConnectionStrings:Chat", connection)));
            builder.Services.AddSingleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(7)))).AddLogging();
            builder.Services.AddData(builder.Configuration).AddZalo(builder.Configuration);
            builder.Services.ConfigureDbContext<SqliteChatDb>(it => it.AddInterceptors(death, death.OfCommits));
            builder.Services.ConfigureDbContext<PostgresChatDb>(it => it.AddInterceptors(death, death.OfCommits));
            zalo.Furnish(builder.Services);
            var host = builder.Build();
            await host.StartAsync();
            return new Machine(host, connection);
        }

        public async Task<T> Read<T>(Func<ChatDb, Task<T>> read)
        {
            await using var db = await host.Services.GetRequiredService<IDbContextFactory<ChatDb>>().CreateDbContextAsync();
            return await read(db);
        }

        public async ValueTask DisposeAsync()
        {
            await host.StopAsync();
            host.Dispose();
            await PostgresCluster.Leave(connection);
        }
    }

    /// <summary>Kills a renewal at its n-th step: from then on nothing of it reaches the database or Zalo any more.</summary>
    private sealed class Death : DbCommandInterceptor
    {
        private int left;
        private bool armed;
        private bool writes;

        public Death() => OfCommits = new Commits(this);

        public string? Where { get; private set; }

        public IInterceptor OfCommits { get; }

        public void ComesAfter(int steps) => (left, armed, writes, Where) = (steps, true, false, null);

        public void IsOver() => armed = false;

        public void Pass(string step)
        {
            if (!armed || (Where is null && left-- > 0))
                return;
            Where ??= step;
            throw new InvalidOperationException($"The machine died: {step}.");
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (command.CommandText.Contains("\"Connections\"", StringComparison.Ordinal))
            {
                writes = true;
                Pass("before UPDATE");
            }

            return new(result);
        }

        public override ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
        {
            if (command.CommandText.Contains("\"Connections\"", StringComparison.Ordinal))
                Pass("after UPDATE");
            return new(result);
        }

        private sealed class Commits(Death death) : DbTransactionInterceptor
        {
            public override ValueTask<InterceptionResult> TransactionCommittingAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
            {
                if (death.writes)
                    death.Pass("before commit");
                return new(result);
            }

            public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
            {
                var wrote = death.writes;
                death.writes = false;
                if (wrote)
                    death.Pass("after commit");
                return Task.CompletedTask;
            }
        }
    }
}
