using ChatBot.Knowledge.Articles;

namespace ChatBot.Knowledge.Law;

/// <summary>One article of a statute in the law's own wording.</summary>
public sealed record Provision
{
    /// <summary>The document's number, <c>45/2019/QH14</c>.</summary>
    public required string Law { get; init; }

    /// <summary>The document's name, <c>Bộ luật Lao động</c>.</summary>
    public required string LawName { get; init; }

    /// <summary>The article's number, <c>35</c> or <c>7a</c>.</summary>
    public required string Article { get; init; }

    public required string Heading { get; init; }

    /// <summary>The chapter it stands in; empty when the document has none.</summary>
    public string Chapter { get; init; } = "";

    /// <summary>The section of that chapter; empty when there are none.</summary>
    public string Section { get; init; } = "";

    /// <summary>What stands before the first clause, or the whole article when it has no clauses.</summary>
    public string Lead { get; init; } = "";

    /// <summary>Points that stand in no clause.</summary>
    public IReadOnlyList<Point> Points { get; init; } = [];

    public IReadOnlyList<Clause> Clauses { get; init; } = [];

    /// <summary>What changed it.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Later rules its text does not show: whoever reads the text must be told of them too.</summary>
    public IReadOnlyList<string> Updates { get; init; } = [];

    public required DateOnly InForceFrom { get; init; }

    public DateOnly? InForceUntil { get; init; }

    public Citation Citation => new(Law, LawName, Article);

    /// <summary>The wording without the heading, one paragraph a line.</summary>
    public string Text => string.Join('\n', new[] { Lead }.Concat(Points.Select(it => it.ToString())).Concat(Clauses.Select(it => it.ToString())).Where(it => it.Length > 0));

    public bool InForceOn(DateOnly day) => InForceFrom <= day && (InForceUntil is null || day <= InForceUntil);
}

/// <summary>A clause (khoản) with its points (điểm).</summary>
/// <param name="Number"><c>1</c> or <c>8a</c></param>
/// <param name="Text">What stands before the first point.</param>
public sealed record Clause(string Number, string Text, IReadOnlyList<Point> Points)
{
    public override string ToString() => string.Join('\n', Points.Select(it => it.ToString()).Prepend($"{Number}. {Text}"));
}

/// <summary>A point (điểm) of a clause.</summary>
/// <param name="Letter"><c>a</c> or <c>đ</c></param>
public sealed record Point(string Letter, string Text)
{
    public override string ToString() => $"{Letter}) {Text}";
}
