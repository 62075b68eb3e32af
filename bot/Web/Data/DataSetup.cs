using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ChatBot.Web.Data;

/// <summary>The database, as `ConnectionStrings:Chat` names it: a SQLite file, or PostgreSQL when it says `Host=`.</summary>
public static class DataSetup
{
    private const string Default = "Data Source=data/chatbot.db";

    public static IServiceCollection AddData(this IServiceCollection services, IConfiguration configuration)
    {
        var connection = configuration.GetConnectionString("Chat") ?? Default;
        services.AddDatabase(connection);
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<ChatDb>>().CreateDbContext());
        services.AddHostedService<DataStart>(); // before whatever reads the tables
        services.AddDataProtection().SetApplicationName("union-chatbot").PersistKeysToDbContext<ChatDb>();
        services.AddSingleton<GroupCommit>().AddHostedService(provider => provider.GetRequiredService<GroupCommit>());
        services.AddSingleton<LiveFeed>();
        if (IsPostgres(connection))
            services.AddHostedService(provider => ActivatorUtilities.CreateInstance<PostgresFeed>(provider, connection));
        return services;
    }

    /// <summary>Only the contexts, for commands that read or write without the running program.</summary>
    public static IServiceCollection AddDatabase(this IServiceCollection services, string connection) =>
        IsPostgres(connection)
            ? services.AddFactory<PostgresChatDb>(options => options.UseNpgsql(connection))
            : services.AddFactory<SqliteChatDb>(options => options.UseSqlite(WithTimeout(connection)).AddInterceptors(new DurableSqlite()));

    private static bool IsPostgres(string connection) => connection.Contains("Host=", StringComparison.OrdinalIgnoreCase);

    private static IServiceCollection AddFactory<TDb>(this IServiceCollection services, Action<DbContextOptionsBuilder> choose) where TDb : ChatDb =>
        services.AddPooledDbContextFactory<TDb>(options =>
            {
                choose(options);
                // Every statement as a line of the log would bury what the log is for.
                options.ConfigureWarnings(warnings => warnings.Log((RelationalEventId.CommandExecuted, LogLevel.Debug)));
            })
            .AddSingleton<IDbContextFactory<ChatDb>, AsChatDb<TDb>>();

    // A platform waits 2 to 5 seconds for its answer; a longer wait for a lock helps nobody.
    private static string WithTimeout(string connection) =>
        new SqliteConnectionStringBuilder(connection) { DefaultTimeout = 4 }.ToString();

    private sealed class AsChatDb<TDb>(IDbContextFactory<TDb> pool) : IDbContextFactory<ChatDb> where TDb : ChatDb
    {
        public ChatDb CreateDbContext() => pool.CreateDbContext();
    }
}
