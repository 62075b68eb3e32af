using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ChatBot.Web.Channels.WebChat;

/// <summary>Tokens for browsers: JWT, HS256, with the claims `user`, `conv` and `exp`, by which the official clients know whom they speak for.</summary>
public sealed class WebChatTokens(WebChatKeys keys, TimeProvider time)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(1800);

    /// <summary>How long after its end our own page may still exchange a token for a new one, and so find its conversation again.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromDays(30);

    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    public string Issue(WebChatVisitor visitor)
    {
        var claims = new Dictionary<string, object> { ["user"] = visitor.Id, ["conv"] = visitor.Id };
        if (visitor.Name is not null)
            claims["name"] = visitor.Name;
        if (visitor.Origins.Count > 0)
            claims["origins"] = visitor.Origins.ToArray();

        return Handler.CreateToken(new SecurityTokenDescriptor
        {
            Claims = claims,
            Expires = (time.GetUtcNow() + Lifetime).UtcDateTime,
            SigningCredentials = new SigningCredentials(keys.Current, SecurityAlgorithms.HmacSha256),
        });
    }

    /// <summary>What a token says; null when it is not one of ours.</summary>
    public async Task<Reading?> Read(string token)
    {
        var checkedToken = await Handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            IssuerSigningKeyResolver = (_, _, id, _) => keys.Find(id) is { } key ? [key] : [],
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            ValidateIssuer = false,
            ValidateAudience = false,
            // By our own clock, below: an expired token is told apart from a false one.
            ValidateLifetime = false,
        });
        if (!checkedToken.IsValid || checkedToken.SecurityToken is not JsonWebToken jwt || !jwt.TryGetPayloadValue<string>("user", out var user))
            return null;

        var visitor = new WebChatVisitor(user, jwt.TryGetPayloadValue<string>("name", out var name) ? name : null)
        {
            Origins = jwt.TryGetPayloadValue<JsonElement>("origins", out var origins) ? origins.Deserialize<string[]>() ?? [] : [],
        };
        return new Reading(visitor, time.GetUtcNow() - new DateTimeOffset(jwt.ValidTo, TimeSpan.Zero));
    }

    /// <summary>A token of ours, read.</summary>
    /// <param name="Past">How long ago it ended; negative while it is good.</param>
    public sealed record Reading(WebChatVisitor Visitor, TimeSpan Past)
    {
        public bool Expired => Past > TimeSpan.Zero;
    }
}
