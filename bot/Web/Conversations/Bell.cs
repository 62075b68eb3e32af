using System.Threading.Channels;

namespace ChatBot.Web.Conversations;

/// <summary>Wakes a loop that waits for work; rings while it is busy count as one.</summary>
public sealed class Bell(TimeProvider time)
{
    private readonly Channel<bool> rings = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Ring() => rings.Writer.TryWrite(true);

    /// <summary>Until it rings, and no longer than <paramref name="atMost"/>.</summary>
    public async Task Wait(TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var rung = rings.Reader.WaitToReadAsync(ending.Token).AsTask();
        await Task.WhenAny(rung, Task.Delay(atMost, time, ending.Token));
        await ending.CancelAsync();
        rings.Reader.TryRead(out _);
    }
}

/// <summary>The bells of the house: a message waits for its turn, a reply waits to be sent, a timer was set, a file is to be fetched, somebody is to be reminded, somebody commented.</summary>
public sealed class Bells(TimeProvider time)
{
    public Bell Turns { get; } = new(time);

    public Bell Replies { get; } = new(time);

    public Bell Timers { get; } = new(time);

    public Bell Files { get; } = new(time);

    public Bell Reminders { get; } = new(time);

    public Bell Comments { get; } = new(time);
}
