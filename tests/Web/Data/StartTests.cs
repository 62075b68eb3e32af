using ChatBot.Web.Data;
using ChatBot.Web.Tests.Houses;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Tests.Data;

public sealed class StartTests
{
    [Fact]
    public async Task The_folder_of_the_file_is_made_at_the_first_start()
    {
        var folder = Path.Combine(Directory.CreateTempSubdirectory("chatbot-house-").FullName, "data", "deep");

        await using var house = await House.Open(Database.Sqlite, plan => plan.Connection = $"Data Source={folder}/chatbot.db");

        Assert.True(File.Exists($"{folder}/chatbot.db"));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_told_with_what_to_do()
    {
        var file = Path.GetTempFileName();

        var failed = await Assert.ThrowsAsync<StartFailed>(() => House.Open(Database.Sqlite, plan => plan.Connection = $"Data Source={file}/chatbot.db"));

        Assert.Contains($"{file}/chatbot.db", failed.Message, StringComparison.Ordinal);
        Assert.Contains("ConnectionStrings:Chat", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_read_only_file_is_told_at_start()
    {
        string connection;
        await using (var house = await House.Open(Database.Sqlite))
            connection = house.Plan.Connection!;

        var failed = await Assert.ThrowsAsync<StartFailed>(() => House.Open(Database.Sqlite, plan => plan.Connection = $"{connection};Mode=ReadOnly"));

        Assert.Contains("cannot be written", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_away_is_told_at_start()
    {
        var failed = await Assert.ThrowsAsync<StartFailed>(() =>
            House.Open(Database.Postgres, plan => plan.Connection = "Host=127.0.0.1;Port=1;Username=x;Database=chatbot;Timeout=3"));

        Assert.Contains("127.0.0.1:1, database chatbot", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_that_was_killed_while_it_made_the_tables_does_not_stop_the_next()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("chatbot-house-").FullName, "chatbot.db");
        await using (var connection = new SqliteConnection($"Data Source={file}"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-11-23')
                """;
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await using var house = await House.Open(Database.Sqlite, plan => plan.Connection = $"Data Source={file}").WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        Assert.Equal(0, await house.Read(db => db.Inbox.CountAsync()));
    }

    [Theory, OnEveryDatabase]
    public async Task What_one_machine_protects_another_can_read(Database database)
    {
        await using var one = await House.Open(database);
        var word = one.Get<IDataProtectionProvider>().CreateProtector("test").Protect("bí mật");
        await using var other = await one.Beside();

        Assert.Equal("bí mật", other.Get<IDataProtectionProvider>().CreateProtector("test").Unprotect(word));
    }

    [Fact]
    public async Task Two_machines_that_start_together_make_the_tables_once()
    {
        var connection = await PostgresCluster.NewDatabase();

        var houses = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => House.Open(Database.Postgres, plan => plan.Connection = connection)));

        foreach (var house in houses)
            await house.DisposeAsync();
    }
}
