namespace ChatBot.Knowledge.Articles;

/// <summary>One answer of ours to one family of questions, as the editors wrote it.</summary>
public sealed record Article
{
    /// <summary>The file's name without its ending: lower-case ASCII with hyphens, unique over all areas.</summary>
    public required string Id { get; init; }

    /// <summary>The folder it lies in, e.g. <c>tien-luong</c>.</summary>
    public required string Area { get; init; }

    public required string Title { get; init; }

    /// <summary>How people ask for it, in their own words.</summary>
    public IReadOnlyList<string> Questions { get; init; } = [];

    /// <summary>What the answer rests on, the provision most on point first.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];

    /// <summary>The first day on which the answer holds.</summary>
    public required DateOnly InForceFrom { get; init; }

    /// <summary>The last day on which the answer holds; null while no end is known.</summary>
    public DateOnly? InForceUntil { get; init; }

    /// <summary>Words people or the statute use which stand in no wording.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>Ids of neighbouring articles.</summary>
    public IReadOnlyList<string> Related { get; init; } = [];

    /// <summary>Why a person answers this, in one sentence; null for an ordinary article.</summary>
    public string? Sensitive { get; init; }

    /// <summary>The calculator that belongs to it, e.g. <c>lam-them-gio</c>; null for none.</summary>
    public string? Calculator { get; init; }

    /// <summary>The day of the second reading; null while nobody has read it again.</summary>
    public DateOnly? Reviewed { get; init; }

    /// <summary>The day before which the facts must be looked at again; null for none.</summary>
    public DateOnly? VerifyBy { get; init; }

    /// <summary>The first part: at most 400 characters, with rates still as <c>{name}</c>.</summary>
    public required string Answer { get; init; }

    /// <summary>The part under <c>## Chi tiết</c>, Markdown; null when absent. So are the two below.</summary>
    public string? Details { get; init; }

    /// <summary>The part under <c>## Cần làm gì</c>.</summary>
    public string? Steps { get; init; }

    /// <summary>The part under <c>## Ví dụ</c>.</summary>
    public string? Example { get; init; }

    /// <summary>The file's text exactly as it was read.</summary>
    public string Source { get; init; } = "";

    /// <summary>Where an editor finds it, from the knowledge-base folder on.</summary>
    public string File => $"{Area}/{Id}.md";

    /// <summary>The day whose numbers it is shown with: an old rule with those of its last day, a coming one with those of its first.</summary>
    public DateOnly DayFor(DateOnly today) => InForceUntil < today ? InForceUntil.Value : InForceFrom > today ? InForceFrom : today;

    public bool InForceOn(DateOnly day) => InForceFrom <= day && (InForceUntil is null || day <= InForceUntil);
}
