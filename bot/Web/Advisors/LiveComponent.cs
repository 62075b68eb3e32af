using System.Threading.Channels;
using ChatBot.Web.Data;
using Microsoft.AspNetCore.Components;

namespace ChatBot.Web.Advisors;

/// <summary>A part of the desk that reads again whenever something it shows has changed, and now and then in case it missed a word.</summary>
public abstract class LiveComponent : ComponentBase, IDisposable
{
    private static readonly TimeSpan LooksAnyway = TimeSpan.FromSeconds(10);

    // While hundreds write, every desk would read without end; five times a second is live enough for eyes.
    private static readonly TimeSpan BetweenReads = TimeSpan.FromMilliseconds(200);

    private readonly CancellationTokenSource gone = new();

    // One word is enough however much has changed: whoever reads, reads everything.
    private readonly Channel<bool> bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    protected LiveComponent() => Gone = gone.Token;

    [Inject]
    private LiveFeed Feed { get; set; } = null!;

    [Inject]
    private ILogger<LiveComponent> Log { get; set; } = null!;

    [Inject]
    protected TimeProvider Time { get; set; } = null!;

    /// <summary>Cancelled when the page is left.</summary>
    protected CancellationToken Gone { get; }

    /// <summary>The database did not answer; what is shown may be old.</summary>
    protected bool IsStale { get; private set; }

    /// <summary>Reads from the database what is shown.</summary>
    protected abstract Task Read();

    /// <summary>Whether a change in that conversation concerns what is shown.</summary>
    protected abstract bool Concerns(string conversation);

    protected override async Task OnInitializedAsync()
    {
        if (RendererInfo.IsInteractive)
            Watch();
        await ReadAgain();
    }

    public void Dispose()
    {
        gone.Cancel();
        gone.Dispose();
        GC.SuppressFinalize(this);
    }

    protected async Task ReadAgain()
    {
        try
        {
            await Read();
            IsStale = false;
        }
        catch (Exception) when (Gone.IsCancellationRequested)
        {
        }
        catch (Exception trouble)
        {
            IsStale = true;
            Log.NotRead(trouble, GetType().Name);
        }
    }

    private async Task ShowAgain()
    {
        await ReadAgain();
        StateHasChanged();
    }

    private void Watch()
    {
        var changes = Feed.Changes(Gone);
        _ = Task.WhenAll(Listen(changes), LookAnyway(Gone), Answer(Gone));
    }

    private async Task Listen(IAsyncEnumerable<string> changes)
    {
        try
        {
            await foreach (var conversation in changes)
                if (Concerns(conversation))
                    bell.Writer.TryWrite(true);
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task LookAnyway(CancellationToken gone)
    {
        using var timer = new PeriodicTimer(LooksAnyway, Time);
        try
        {
            while (await timer.WaitForNextTickAsync(gone))
                bell.Writer.TryWrite(true);
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task Answer(CancellationToken gone)
    {
        try
        {
            await foreach (var _ in bell.Reader.ReadAllAsync(gone))
            {
                await InvokeAsync(ShowAgain);
                await Task.Delay(BetweenReads, gone);
            }
        }
        catch (Exception trouble) when (trouble is OperationCanceledException or ObjectDisposedException)
        {
        }
    }
}

internal static partial class LiveComponentLog
{
    [LoggerMessage(LogLevel.Error, "The desk could not read what {Part} shows; it shows what it had and tries again")]
    public static partial void NotRead(this ILogger log, Exception trouble, string part);
}
