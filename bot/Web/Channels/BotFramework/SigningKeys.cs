using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace ChatBot.Web.Channels.BotFramework;

/// <summary>A key tokens are signed with.</summary>
/// <param name="Endorsements">The channels it signs for; empty: its issuer names none.</param>
public sealed record SigningKey(SecurityKey Key, IReadOnlyList<string> Endorsements);

/// <summary>The keys of one issuer, as its metadata names them: read when first needed, again after a day, and for an unknown key once an hour.</summary>
public sealed partial class SigningKeys(HttpClient web, string metadataUrl, TimeProvider time, ILogger<SigningKeys> log) : IDisposable
{
    private static readonly TimeSpan Holds = TimeSpan.FromHours(24);

    private static readonly TimeSpan HoldsForUnknown = TimeSpan.FromHours(1);

    // Strangers make up tokens as fast as they like: an issuer that does not answer is not asked for each of them.
    private static readonly TimeSpan RestsAfterFailure = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim one = new(1);

    private volatile Held held = new(null, DateTimeOffset.MinValue, DateTimeOffset.MinValue);

    /// <summary>All keys, after another look if none of them has this id; null while they have never been read and cannot be.</summary>
    public async Task<IReadOnlyList<SigningKey>?> For(string id, CancellationToken cancellationToken)
    {
        if (IsGood(held, id))
            return held.Keys;
        await one.WaitAsync(cancellationToken);
        try
        {
            if (!IsGood(held, id))
                held = await ReadAgain(held, cancellationToken);
            return held.Keys;
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private bool IsGood(Held known, string id)
    {
        var now = time.GetUtcNow();
        if (now - known.TriedAt < RestsAfterFailure)
            return true;
        var holds = known.Keys?.Any(it => it.Key.KeyId == id) == true ? Holds : HoldsForUnknown;
        return known.Keys is not null && now - known.ReadAt < holds;
    }

    private async Task<Held> ReadAgain(Held known, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        try
        {
            using var metadata = JsonDocument.Parse(await web.GetStringAsync(metadataUrl, cancellationToken));
            var place = metadata.RootElement.Text("jwks_uri") ?? throw new JsonException("The metadata name no jwks_uri.");
            return new Held(Parse(await web.GetStringAsync(place, cancellationToken)), now, now);
        }
        catch (Exception trouble) when (trouble is HttpRequestException or JsonException or ArgumentException or FormatException or InvalidOperationException
            || (trouble is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            log.NotRead(metadataUrl, trouble.Message);
            return known with { TriedAt = now };
        }
    }

    // { "keys": [ { "kty": "RSA", "use": "sig", "kid": "k1", "n": "…", "e": "AQAB", "endorsements": ["facebook", "webchat"] } ] }
    private static List<SigningKey> Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        var endorsements = document.RootElement.List("keys")
            .GroupBy(it => it.Text("kid") ?? "")
            .ToDictionary(it => it.Key, it => it.SelectMany(key => Words(key, "endorsements")).ToList());
        return [.. new JsonWebKeySet(json).GetSigningKeys().Where(it => it.KeyId is not null).Select(it => new SigningKey(it, endorsements.GetValueOrDefault(it.KeyId, [])))];
    }

    private static IEnumerable<string> Words(JsonElement from, string name) =>
        from.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Where(it => it.ValueKind == JsonValueKind.String).Select(it => it.GetString()!)
            : [];

    private sealed record Held(IReadOnlyList<SigningKey>? Keys, DateTimeOffset ReadAt, DateTimeOffset TriedAt);
}

internal static partial class SigningKeysLog
{
    [LoggerMessage(LogLevel.Warning, "The keys that {Url} names could not be read: {Why}")]
    public static partial void NotRead(this ILogger log, string url, string why);
}
