using ChatBot.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Staff;

/// <summary>What a member of staff may do. One person may have several.</summary>
public static class StaffRoles
{
    public const string Advisor = "advisor";
    public const string Editor = "editor";
    public const string Head = "head";

    /// <summary>Who may open the desk.</summary>
    public const string AtDesk = $"{Advisor},{Head}";

    /// <summary>Their names as people read them.</summary>
    public static IReadOnlyDictionary<string, string> Titles { get; } = new Dictionary<string, string>
    {
        [Advisor] = "Tư vấn viên",
        [Editor] = "Biên tập viên",
        [Head] = "Trưởng ban",
    };
}

/// <summary>Before anybody signs in: the three roles are there.</summary>
public sealed class StaffStart(IDbContextFactory<ChatDb> databases) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        foreach (var role in StaffRoles.Titles.Keys)
            await db.Database.ExecuteSqlAsync($"""
                INSERT INTO "AspNetRoles" ("Id", "Name", "NormalizedName") VALUES ({role}, {role}, {role.ToUpperInvariant()})
                ON CONFLICT DO NOTHING
                """, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
