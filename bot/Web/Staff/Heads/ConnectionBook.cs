using ChatBot.Web.Channels;
using ChatBot.Web.Conversations;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Staff.Heads;

/// <summary>A platform as the head of staff sees it.</summary>
/// <param name="Connection">Null while the channel is off.</param>
/// <param name="Missing">Which settings turn it on.</param>
public sealed record Platform(string Channel, string Title, Connection? Connection, string Missing, IReadOnlyList<ConnectionRow> Pages);

/// <summary>How the platforms stand, and connecting them.</summary>
public sealed class ConnectionBook(IEnumerable<Connection> connections, ConnectionWatch watch, IDbContextFactory<ChatDb> databases)
{
    private static readonly (string Channel, string Title, string Missing)[] Platforms =
        [("messenger", "Messenger", "Messenger:AppId, :AppSecret, :VerifyToken, :Pages"), ("zalo", "Zalo", "Zalo:AppId, :AppSecret, :OaSecretKey")];

    private readonly Dictionary<string, Connection> connections = connections.ToDictionary(it => it.Channel);

    public async Task<IReadOnlyList<Platform>> Read(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var pages = (await db.Connections.AsNoTracking().OrderBy(it => it.Page).ToListAsync(cancellationToken)).ToLookup(it => it.Channel);
        return [.. Platforms.Select(it => new Platform(it.Channel, it.Title, connections.GetValueOrDefault(it.Channel), it.Missing, [.. pages[it.Channel]]))];
    }

    /// <summary>Asks the platforms about every page at once; the answers stand in the rows.</summary>
    public async Task LookAtAll(CancellationToken cancellationToken)
    {
        foreach (var platform in await Read(cancellationToken))
            if (platform.Connection is not null)
                await Task.WhenAll(platform.Pages.Select(it => watch.Look(platform.Channel, it.Page, cancellationToken)));
    }

    /// <summary>Where an admin of the account says yes; null: not at this channel.</summary>
    public Uri? Begin(string channel, string back, string staff) => connections.GetValueOrDefault(channel)?.Begin(back, staff);

    /// <summary>The admin said yes, or did not.</summary>
    public async Task<Connected> Finish(string channel, Consent consent, CancellationToken cancellationToken)
    {
        if (!connections.TryGetValue(channel, out var connection))
            return new Connected(null, "Kênh này đang tắt.");
        var connected = await connection.Finish(consent, cancellationToken);
        if (connected.Account is { } account)
            await watch.Opened(channel, account, consent.Staff, cancellationToken);
        return connected;
    }
}
