using ChatBot.Web.Data.Rows;

namespace ChatBot.Web.Staff.Heads;

/// <summary>What is counted of a case, and nothing of the person it is about.</summary>
internal sealed record CaseFact(DateTimeOffset OpenedAt, DateTimeOffset FirstDueAt, DateTimeOffset? FirstAnsweredAt, DateTimeOffset? EndedAt)
{
    public CaseResult? Result { get; init; }

    public string? Area { get; init; }

    public string? Channel { get; init; }

    public string? Owner { get; init; }

    public bool IsReopened { get; init; }

    /// <summary>The worker was asked how it was.</summary>
    public bool IsAsked { get; init; }

    /// <summary>1 to 5; null: no answer.</summary>
    public int? Score { get; init; }
}

/// <summary>The cases of a period, told apart by what happened in it.</summary>
internal sealed class Counted(Period period, DateTimeOffset now, IReadOnlyList<CaseFact> facts)
{
    public IReadOnlyList<CaseFact> Opened { get; } = [.. facts.Where(it => it.OpenedAt >= period.Begin && it.OpenedAt < period.End)];

    public IReadOnlyList<CaseFact> Ended { get; } = [.. facts.Where(it => it.EndedAt >= period.Begin && it.EndedAt < period.End)];

    /// <summary>Of all that are open, in whatever period they began.</summary>
    public int OverdueNow => facts.Count(it => it.EndedAt is null && it.FirstAnsweredAt is null && it.FirstDueAt < now);

    /// <summary>The answer came too late, or has not come and is due. A case that ended before it was due owes none.</summary>
    public int OverdueOfPeriod => Opened.Count(it => (it.FirstAnsweredAt ?? it.EndedAt ?? now) > it.FirstDueAt);
}
