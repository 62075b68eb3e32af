namespace ChatBot.Web.Conversations;

/// <summary>Claims what is due and works on it, many things side by side; a failure is logged and the loop goes on.</summary>
/// <param name="atOnce">So many at once: most of the time each of them waits for the disk or the network.</param>
public abstract class ClaimingLoop<TClaim>(Bell bell, TimeProvider time, ILogger log, int atOnce = 64) : BackgroundService
{
    private readonly SemaphoreSlim free = new(atOnce);

    protected TimeProvider Time { get; } = time;

    /// <summary>How long it sleeps at most: what another machine left, or a lost ring, is found this late.</summary>
    protected virtual TimeSpan Sleep => TimeSpan.FromSeconds(1);

    /// <summary>True: it is looked whether something is due before anything is written to claim it. Not where mostly something is.</summary>
    protected virtual bool LooksFirst => false;

    /// <summary>Takes what is due for this machine alone; empty when nothing is.</summary>
    protected abstract Task<IReadOnlyList<TClaim>> Claim(int most, CancellationToken cancellationToken);

    protected abstract Task Work(TClaim claim, CancellationToken cancellationToken);

    /// <summary>When the next thing falls due; null when nothing waits.</summary>
    protected abstract Task<DateTimeOffset?> NextDue(CancellationToken cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Round(stoppingToken);
            }
            catch (Exception trouble) when (trouble is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                log.RoundFailed(trouble, GetType().Name);
                await bell.Wait(Sleep, stoppingToken);
            }
            catch (OperationCanceledException)
            {
                // Stopping: what is under way is finished below.
            }
        }

        for (var i = 0; i < atOnce; i++)
            await free.WaitAsync(CancellationToken.None);
    }

    private async Task Round(CancellationToken stoppingToken)
    {
        await free.WaitAsync(stoppingToken);
        free.Release();
        if (LooksFirst && await UntilNext(stoppingToken) is var wait && wait > TimeSpan.Zero)
        {
            await bell.Wait(wait, stoppingToken);
            return;
        }

        var claims = await Claim(free.CurrentCount, stoppingToken);
        foreach (var claim in claims)
        {
            await free.WaitAsync(CancellationToken.None);
            _ = WorkAndRelease(claim);
        }

        if (claims.Count == 0)
            await bell.Wait(await UntilNext(stoppingToken), stoppingToken);
    }

    private async Task<TimeSpan> UntilNext(CancellationToken cancellationToken)
    {
        var wait = await NextDue(cancellationToken) - Time.GetUtcNow();
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait < Sleep ? wait.Value : Sleep;
    }

    // What is begun is finished: a reply half sent would have to wait for its echo.
    private async Task WorkAndRelease(TClaim claim)
    {
        await Task.Yield();
        try
        {
            await Work(claim, CancellationToken.None);
        }
        catch (Exception trouble)
        {
            log.RoundFailed(trouble, GetType().Name);
        }
        finally
        {
            free.Release();
            bell.Ring();
        }
    }
}

internal static partial class ClaimingLoopLog
{
    [LoggerMessage(LogLevel.Error, "{Loop} failed and goes on")]
    public static partial void RoundFailed(this ILogger log, Exception trouble, string loop);
}
