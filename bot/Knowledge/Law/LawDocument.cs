namespace ChatBot.Knowledge.Law;

/// <summary>A legal document as the catalogue knows it.</summary>
/// <param name="Number"><c>45/2019/QH14</c></param>
/// <param name="Name">How citations call it: <c>Bộ luật Lao động</c>, <c>Nghị định</c>.</param>
/// <param name="Title">What it is about, in full.</param>
/// <param name="InForceFrom">The first day on which it holds.</param>
public sealed record LawDocument(string Number, string Name, string Title, DateOnly InForceFrom)
{
    /// <summary>The last day on which it holds; null while no end is known.</summary>
    public DateOnly? InForceUntil { get; init; }

    /// <summary>The number of the document that took its place; null for none.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>What people call it: <c>BLLĐ</c>, <c>luật lao động</c>.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The number of its last article; null for a document without articles.</summary>
    public int? LastArticle { get; init; }

    /// <summary>Articles put in between later: <c>7a</c>.</summary>
    public IReadOnlyList<string> ExtraArticles { get; init; } = [];

    /// <summary>How it is spoken of: <c>Bộ luật Lao động</c>, <c>Nghị định 145/2020/NĐ-CP</c>.</summary>
    public string CalledName => Name.Contains("uật", StringComparison.Ordinal) ? Name : $"{Name} {Number}";

    public bool InForceOn(DateOnly day) => InForceFrom <= day && (InForceUntil is null || day <= InForceUntil);

    public bool Has(string article) => ExtraArticles.Contains(article)
        || (int.TryParse(article, out var number) && number >= 1 && number <= LastArticle);
}
