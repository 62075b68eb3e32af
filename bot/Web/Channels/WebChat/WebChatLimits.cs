using System.Globalization;
using System.Threading.RateLimiting;

namespace ChatBot.Web.Channels.WebChat;

/// <summary>How much one address, or one conversation, may ask of us. Counted by each machine for itself.</summary>
public sealed class WebChatLimits : IDisposable
{
    /// <summary>New tokens for our page: a whole factory may stand behind one address.</summary>
    public PartitionedRateLimiter<string> Tokens { get; } = PerKey(burst: 120, TimeSpan.FromSeconds(0.5));

    /// <summary>Messages in one conversation: faster than a person types.</summary>
    public PartitionedRateLimiter<string> Posts { get; } = PerKey(burst: 20, TimeSpan.FromSeconds(1));

    /// <summary>Files from one address: enough for many workers, too few to fill a disk in a night.</summary>
    public PartitionedRateLimiter<string> Uploads { get; } = PerKey(burst: 60, TimeSpan.FromSeconds(10));

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
        Uploads.Dispose();
    }

    private static PartitionedRateLimiter<string> PerKey(int burst, TimeSpan oneEach) =>
        PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = burst,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = oneEach,
            QueueLimit = 0,
        }));
}
