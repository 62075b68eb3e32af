using ChatBot.Web.Channels;
using ChatBot.Web.Data.Rows;

namespace ChatBot.Web.Conversations.Cases;

/// <summary>What the worker was promised next.</summary>
/// <param name="IsFirstAnswer">An answer at all; otherwise the end of the case.</param>
/// <param name="Left">Time on duty until then; below zero once it is overdue.</param>
public sealed record Promise(bool IsFirstAnswer, DateTimeOffset DueAt, TimeSpan Left)
{
    public bool IsOverdue => Left < TimeSpan.Zero;
}

/// <summary>The two clocks of a conversation.</summary>
/// <param name="Promise">Null while nothing is promised.</param>
/// <param name="Window">Null while its channel is off: nothing can be sent.</param>
public sealed record Clocks(Promise? Promise, Window? Window)
{
    /// <summary>Which of the two runs out first, and when; null: neither ever does.</summary>
    public DateTimeOffset? RunsOutAt => Promise is null ? Window?.PersonUntil
        : Window?.PersonUntil is { } until && until < Promise.DueAt ? until : Promise.DueAt;
}

/// <summary>Reads both clocks, for the list, the open conversation and the sender alike, so that they never disagree.</summary>
public sealed class CaseClock(IEnumerable<Channel> channels, Promises promises)
{
    private readonly Dictionary<string, Channel> channels = channels.ToDictionary(it => it.Name);

    /// <param name="open">The open case; null: there is none.</param>
    public Clocks Read(ConversationRow conversation, CaseRow? open, DateTimeOffset now) => new(PromiseOf(open, now), WindowOf(conversation));

    /// <summary>Until when, and how often, the channel lets us write; null while the channel is off.</summary>
    public Window? WindowOf(ConversationRow conversation) =>
        channels.GetValueOrDefault(conversation.Channel)?.WindowFor(conversation.LastHeardAt) is { } window ? window with { MessagesLeft = conversation.MessagesLeft } : null;

    /// <summary>Which files the channel carries; null: none, or the channel is off.</summary>
    public FileRoom? FilesOf(ConversationRow conversation) => channels.GetValueOrDefault(conversation.Channel)?.Files;

    /// <summary>How long after the worker's last word each channel lets a person write; one without a limit is left out.</summary>
    public IReadOnlyDictionary<string, TimeSpan> Windows => channels.Values
        .Select(it => (it.Name, it.WindowFor(DateTimeOffset.UnixEpoch).PersonUntil))
        .Where(it => it.PersonUntil is not null)
        .ToDictionary(it => it.Name, it => it.PersonUntil!.Value - DateTimeOffset.UnixEpoch);

    private Promise? PromiseOf(CaseRow? open, DateTimeOffset now) => open switch
    {
        null or { EndedAt: not null } => null,
        { FirstAnsweredAt: null, FirstDueAt: var due } => new(true, due, Left(now, due)),
        { EndDueAt: var due } => new(false, due, Left(now, due)),
    };

    private TimeSpan Left(DateTimeOffset now, DateTimeOffset due)
    {
        var left = promises.Calendar.Between(now, due);
        // At night after it fell due no time on duty has gone by yet, and still it is overdue.
        return left == TimeSpan.Zero && due < now ? TimeSpan.FromTicks(-1) : left;
    }
}
