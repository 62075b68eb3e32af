using ChatBot.Web.Channels;
using ChatBot.Web.Data.Rows;

namespace ChatBot.Web.Conversations;

/// <summary>What becomes of a reply after it was handed to its channel. Pure.</summary>
internal sealed record Fate(OutboxState State)
{
    /// <summary>How long the echo of a message whose outcome is unknown is awaited.</summary>
    public static readonly TimeSpan EchoTakes = TimeSpan.FromSeconds(20);

    /// <summary>How long a page rests whose access was refused.</summary>
    public static readonly TimeSpan PageRests = TimeSpan.FromMinutes(10);

    private const int MostFailures = 3;

    /// <summary>A reply that could not be carried for so long, on a channel without a window, is of no use any more.</summary>
    private static readonly TimeSpan GivenUpAfter = TimeSpan.FromHours(24);

    private static readonly TimeSpan[] Backoff =
        [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10)];

    /// <summary>Not before; null: as it was.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Until when its echo is awaited.</summary>
    public DateTimeOffset? EchoBy { get; init; }

    public string? ExternalId { get; init; }

    /// <summary>For staff, in Vietnamese.</summary>
    public string? Why { get; init; }

    /// <summary>What the platform said is left for this person; null: nothing.</summary>
    public int? MessagesLeft { get; init; }

    /// <summary>The page's access was refused: nothing goes out on it for a while.</summary>
    public bool PausesPage { get; init; }

    /// <param name="reply">With this attempt counted in its tries.</param>
    /// <param name="jitter">0 to 1, so that machines do not come all at once.</param>
    public static Fate Of(Delivery delivery, OutboxRow reply, DateTimeOffset now, double jitter) => Judge(delivery, reply, now, jitter) with { MessagesLeft = delivery.MessagesLeft };

    private static Fate Judge(Delivery delivery, OutboxRow reply, DateTimeOffset now, double jitter) => delivery switch
    {
        Delivery.Done(var id) => new Fate(OutboxState.Sent) { ExternalId = id },
        Delivery.TryLater(var after, var why) { MostTries: var most } when now - reply.CreatedAt < GivenUpAfter && !(reply.Tries >= most) =>
            new Fate(OutboxState.Waiting) { DueAt = now + Longer(after, Pause(reply.Tries, jitter)), Why = why },
        Delivery.TryLater(_, var why) => new Fate(OutboxState.Parked) { Why = why },
        Delivery.Unknown(var why) => new Fate(OutboxState.Sending) { EchoBy = now + EchoTakes, Why = why },
        Delivery.Reconnect(var why) => new Fate(OutboxState.Waiting) { DueAt = now + PageRests, Why = why, PausesPage = true },
        Delivery.Refused(var why) => new Fate(OutboxState.Refused) { Why = why },
        Delivery.OutsideWindow(var why) => new Fate(OutboxState.Refused) { Why = why },
        _ => throw new ArgumentOutOfRangeException(nameof(delivery), delivery, "A new kind of delivery needs a fate."),
    };

    /// <summary>The channel itself broke: a bug of ours, not the platform's no.</summary>
    public static Fate OfBroken(OutboxRow reply, DateTimeOffset now, double jitter) =>
        reply.Author == Author.Bot && reply.Tries < MostFailures
            ? new Fate(OutboxState.Waiting) { DueAt = now + Pause(reply.Tries, jitter), Why = "Gửi bị lỗi, sẽ thử lại." }
            : new Fate(OutboxState.Parked) { Why = "Gửi bị lỗi. Bạn kiểm tra rồi quyết định có gửi lại không." };

    /// <summary>No echo came: the bot's words are sent again, a person's never by themselves.</summary>
    public static Fate OfMissingEcho(OutboxRow reply, DateTimeOffset now) =>
        reply.Author == Author.Bot && reply.Tries < MostFailures
            ? new Fate(OutboxState.Waiting) { DueAt = now }
            : new Fate(OutboxState.Parked) { Why = "Không rõ tin đã tới người nhận hay chưa. Bạn kiểm tra rồi quyết định có gửi lại không." };

    private static TimeSpan Pause(int tries, double jitter) => Backoff[Math.Clamp(tries - 1, 0, Backoff.Length - 1)] * (0.8 + (0.4 * jitter));

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
