using System.Globalization;
using System.Threading.RateLimiting;

namespace ChatBot.Web.Channels.WebChat;

/// <summary>How much one address, or one conversation, may ask of us. Counted by each machine for itself.</summary>
public sealed class WebChatLimits : IDisposable
{
    /// <summary>New tokens for our page: a whole factory may stand behind one address.</summary>
    public PartitionedRateLimiter<string> Tokens { get; } = PerKey(burst: 120, perSecond: 2);

    /// <summary>Messages in one conversation: faster than a person types.</summary>
    public PartitionedRateLimiter<string> Posts { get; } = PerKey(burst: 20, perSecond: 1);

    /// <summary>Null: go on. Else the answer 429, with the seconds to wait in its header.</summary>
    public static IResult? Refuse(HttpContext http, PartitionedRateLimiter<string> limiter, string key)
    {
        using var lease = limiter.AttemptAcquire(key);
        if (lease.IsAcquired)
            return null;

        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
        http.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return DirectLineError.TooMany;
    }

    public void Dispose()
    {
        Tokens.Dispose();
        Posts.Dispose();
    }

    private static PartitionedRateLimiter<string> PerKey(int burst, int perSecond) =>
        PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = burst,
            TokensPerPeriod = perSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        }));
}
