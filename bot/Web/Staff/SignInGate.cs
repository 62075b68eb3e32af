using System.Threading.RateLimiting;

namespace ChatBot.Web.Staff;

/// <summary>How often one address may try a password or a link, so that nobody guesses through many accounts.</summary>
public sealed class SignInGate : IDisposable
{
    public const int TriesPerMinute = 20;

    public const string TooMany = "Máy này vừa thử quá nhiều lần. Bạn đợi một phút rồi thử lại.";

    private readonly PartitionedRateLimiter<string> tries = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetSlidingWindowLimiter(address, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = TriesPerMinute,
            Window = TimeSpan.FromMinutes(1),
            SegmentsPerWindow = 6,
        }));

    public bool Lets(HttpContext http)
    {
        using var lease = tries.AttemptAcquire(http.Connection.RemoteIpAddress?.ToString() ?? "");
        return lease.IsAcquired;
    }

    public void Dispose() => tries.Dispose();
}
