using System.Collections.Concurrent;
using ChatBot.Web.Channels;

namespace ChatBot.Web.Tests.Houses;

/// <summary>A channel without a platform: remembers what it carried, and answers as it is told.</summary>
public sealed class FalseChannel : Channel
{
    private readonly ConcurrentQueue<Func<Parcel, Task<Delivery>>> next = new();
    private readonly ConcurrentQueue<Parcel> carried = new();
    private int numbers;

    private readonly ConcurrentQueue<Fetched> fetches = new();

    public override string Name => "false";

    public override int LongestText => 640;

    /// <summary>Everything that was handed over, whatever came of it.</summary>
    public IReadOnlyList<Parcel> Carried => [.. carried];

    /// <summary>What people read, in order.</summary>
    public IReadOnlyList<string> Texts => [.. carried.Select(it => it.Activity.Text ?? "")];

    /// <summary>What it would carry besides text.</summary>
    public override FileRoom? Files { get; } = new(8 * 1024 * 1024, 25 * 1024 * 1024);

    /// <summary>Addresses it was asked to fetch.</summary>
    public ConcurrentQueue<string> Fetched { get; } = new();

    /// <summary>The next file that is fetched ends so; after that there is none.</summary>
    public void FetchesNext(Fetched fetched) => fetches.Enqueue(fetched);

    /// <summary>How long the bot and a person may write after the worker did; null: for ever.</summary>
    public (TimeSpan Bot, TimeSpan Person)? Windows { get; set; }

    /// <summary>How long an advisor may send files after the worker wrote; null: as long as words.</summary>
    public TimeSpan? FilesMay { get; set; }

    /// <summary>The next send ends so; after that all goes well again.</summary>
    public void AnswersNext(Delivery delivery) => next.Enqueue(_ => Task.FromResult(delivery));

    public void AnswersNext(Func<Parcel, Task<Delivery>> answer) => next.Enqueue(answer);

    public override Window WindowFor(DateTimeOffset? lastHeard) =>
        (Windows is { } windows ? new Window(lastHeard + windows.Bot, lastHeard + windows.Person) : Window.Always) is var window && FilesMay is { } may
            ? window with { FilesUntil = lastHeard + may }
            : window;

    public override Task<Fetched> Fetch(string url, long most, CancellationToken cancellationToken)
    {
        Fetched.Enqueue(url);
        return Task.FromResult(fetches.TryDequeue(out var fetched) ? fetched : new Fetched.Never("Không còn."));
    }

    public override async Task<Delivery> Send(Parcel parcel, CancellationToken cancellationToken)
    {
        carried.Enqueue(parcel);
        return next.TryDequeue(out var answer) ? await answer(parcel) : new Delivery.Done($"out-{Interlocked.Increment(ref numbers)}");
    }
}
