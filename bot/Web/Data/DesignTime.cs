using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace ChatBot.Web.Data;

/// <summary>For `dotnet ef migrations add NAME --context SqliteChatDb --output-dir Data/Migrations/Sqlite`, and the same with PostgresChatDb.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteChatDb>
{
    public SqliteChatDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteChatDb>().UseSqlite("Data Source=:memory:").Options);
}

/// <inheritdoc cref="SqliteDesign"/>
internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresChatDb>
{
    public PostgresChatDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresChatDb>().UseNpgsql("Host=localhost").Options);
}
