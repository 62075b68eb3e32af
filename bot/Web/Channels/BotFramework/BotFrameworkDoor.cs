using ChatBot.Talk.Activities;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ChatBot.Web.Channels.BotFramework;

/// <summary>Says who may post to us, by the token they show: Azure's channels, the Emulator when the settings let it, and another desk.</summary>
public sealed class BotFrameworkDoor(SigningKeys channels, SigningKeys entra, IOptions<BotFrameworkOptions> options, TimeProvider time)
{
    /// <summary>Who signs for Azure's channels.</summary>
    public const string Channels = "https://api.botframework.com";

    private const string Scheme = "Bearer ";

    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512];

    // Bot Framework's own tenants. A tenant that a token only claims to come from is not added to them.
    private static readonly string[] BotFrameworkTenants = ["d6d49420-f39b-4df7-a1dc-d59a935871db", "f8cdef31-a31e-4b4a-93e4-5f571e91255a"];

    private static readonly JsonWebTokenHandler Handler = new();

    private readonly HashSet<string> entraIssuers = [.. BotFrameworkTenants.Append(options.Value.TenantId).Where(it => !string.IsNullOrEmpty(it)).SelectMany(IssuersOf!)];

    /// <summary>At `/api/messages`.</summary>
    /// <param name="authorization">The header, as it came.</param>
    public async Task<Admission> Judge(string? authorization, CancellationToken cancellationToken) => Read(authorization) switch
    {
        null => new Admission.Denied("no token"),
        var token when options.Value.Emulator && entraIssuers.Contains(token.Issuer) => await JudgeEntra(token, options.Value.AppId, cancellationToken),
        var token => await Judge(token, channels, [Channels], cancellationToken),
    };

    /// <summary>At the Connector of another desk: only that desk itself.</summary>
    /// <param name="authorization">The header, as it came.</param>
    public async Task<Admission> JudgeDesk(string? authorization, CancellationToken cancellationToken) =>
        Read(authorization) is { } token ? await JudgeEntra(token, options.Value.Desk!.AppId, cancellationToken) : new Admission.Denied("no token");

    /// <param name="app">Whose token it must be.</param>
    private async Task<Admission> JudgeEntra(JsonWebToken token, string app, CancellationToken cancellationToken) =>
        await Judge(token, entra, entraIssuers, cancellationToken) switch
        {
            Admission.Granted => IsOf(app, token) ? new Admission.Granted(null, []) { KnowsItsSecret = true } : new Admission.Denied("a token for another bot"),
            var other => other,
        };

    private async Task<Admission> Judge(JsonWebToken token, SigningKeys from, IReadOnlyCollection<string> issuers, CancellationToken cancellationToken)
    {
        if (await from.For(token.Kid, cancellationToken) is not { } keys)
            return new Admission.KeysAway();
        if (keys.FirstOrDefault(it => it.Key.KeyId == token.Kid) is not { } signed)
            return new Admission.Denied("an unknown key");
        var verdict = await Handler.ValidateTokenAsync(token, Demands(issuers, signed.Key));
        return verdict.IsValid ? new Admission.Granted(Claim(token, "serviceurl"), signed.Endorsements) { KnowsItsSecret = false } : new Admission.Denied(verdict.Exception.GetType().Name);
    }

    private static JsonWebToken? Read(string? authorization)
    {
        if (authorization is null || !authorization.StartsWith(Scheme, StringComparison.Ordinal))
            return null;
        try
        {
            return Handler.ReadJsonWebToken(authorization[Scheme.Length..]);
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException or SecurityTokenException)
        {
            return null;
        }
    }

    private TokenValidationParameters Demands(IReadOnlyCollection<string> issuers, SecurityKey key) => new()
    {
        ValidIssuers = issuers,
        // One, and ours: a token made out to several is made out to nobody.
        AudienceValidator = (audiences, _, _) => audiences.ToList() is [var one] && one == options.Value.AppId,
        IssuerSigningKey = key,
        TryAllIssuerSigningKeys = false,
        ValidAlgorithms = Algorithms,
        LifetimeValidator = (from, until, _, _) => Holds(from, until),
    };

    // By our own clock. A token that never ends is none.
    private bool Holds(DateTime? from, DateTime? until)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return until is { } end && now < end + Skew && (from is not { } start || start - Skew <= now);
    }

    private static bool IsOf(string app, JsonWebToken token) => app == Claim(token, "ver") switch
    {
        "1.0" => Claim(token, "appid"),
        "2.0" => Claim(token, "azp"),
        _ => null,
    };

    private static string? Claim(JsonWebToken token, string name) => token.TryGetPayloadValue<object>(name, out var value) ? value as string : null;

    private static IEnumerable<string> IssuersOf(string tenant) => [$"https://sts.windows.net/{tenant}/", $"https://login.microsoftonline.com/{tenant}/v2.0"];
}

/// <summary>What came of a token.</summary>
public abstract record Admission
{
    private Admission() { }

    /// <summary>The token is good.</summary>
    /// <param name="ServiceUrl">The only address its activity may be answered at.</param>
    /// <param name="Endorsements">The only channels it may come from; empty: any.</param>
    public sealed record Granted(string? ServiceUrl, IReadOnlyList<string> Endorsements) : Admission
    {
        /// <summary>True for a caller that got the token with the secret of its own registration: what it says of itself need not stand in the token.</summary>
        public required bool KnowsItsSecret { get; init; }

        public bool Fits(Activity activity) => KnowsItsSecret
            || (ServiceUrl == activity.ServiceUrl && (Endorsements.Count == 0 || Endorsements.Contains(activity.ChannelId)));
    }

    public sealed record Denied(string Why) : Admission;

    /// <summary>Nobody can be told from anybody at the moment: the platform must come again.</summary>
    public sealed record KeysAway : Admission;
}
