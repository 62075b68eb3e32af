using ChatBot.Talk.Handoff;

namespace ChatBot.Talk;

/// <summary>What the bot remembers of one conversation between two turns. A value: a turn gives back a new one.</summary>
public sealed record Conversation(string Id)
{
    public Speaker Speaker { get; init; } = Speaker.Bot;

    /// <summary>When the worker was last told that this is a bot; null: never.</summary>
    public DateTimeOffset? DisclosedAt { get; init; }

    /// <summary>When the worker last wrote; null: never.</summary>
    public DateTimeOffset? LastHeardAt { get; init; }

    /// <summary>The last question that was looked up, for a short follow-up ("còn lao động nữ thì sao?").</summary>
    public string? LastQuestion { get; init; }

    /// <summary>What came of that question; null before the first.</summary>
    public Tried? Tried { get; init; }

    /// <summary>The article or provision shown last, by its id, for "chi tiết" and 👍/👎.</summary>
    public string? Shown { get; init; }

    /// <summary>What a bare number would choose now, in order: payloads of the offered choices.</summary>
    public IReadOnlyList<string> Offered { get; init; } = [];

    /// <summary>The article whose 👎 waits for a reason.</summary>
    public string? WaitsForReason { get; init; }

    /// <summary>How many times running the bot could not answer; the second time it offers a person more strongly.</summary>
    public int Misses { get; init; }

    /// <summary>When a waiting worker was last told that their words went to the desk; null: not yet.</summary>
    public DateTimeOffset? CalmedAt { get; init; }

    /// <summary>How it was, as it was last asked after the end of a case; null: never.</summary>
    public Survey? Survey { get; init; }

    /// <summary>True from "an advisor has ended" until the bot has said that it is back.</summary>
    public bool ComesBack { get; init; }
}
