namespace ChatBot.Knowledge.Law;

/// <summary>An imported legal document, whole: its articles, its appendices and what must be known before reading it.</summary>
/// <param name="Document">As the catalogue has it; from the file itself when the catalogue does not.</param>
public sealed record Statute(LawDocument Document, IReadOnlyList<Provision> Provisions)
{
    /// <summary>What changed it, whether it is only an extract, and how it must be read; to be shown with it.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    public IReadOnlyList<Appendix> Appendices { get; init; } = [];

    /// <summary>The same text with name and dates as the catalogue has them now: a decree that was replaced after the import must not answer.</summary>
    public Statute AsIn(LawCatalogue catalogue) => catalogue.Find(Document.Number) is { } known
        ? this with
        {
            Document = known,
            Provisions = [.. Provisions.Select(it => it with { LawName = known.Name, InForceFrom = known.InForceFrom, InForceUntil = known.InForceUntil })],
        }
        : this;

    public Provision? Find(string article) => Provisions.FirstOrDefault(it => it.Article == article);
}

/// <summary>What is annexed to a document: a list of regions, a table of ages, a form.</summary>
/// <param name="Name"><c>Phụ lục I</c></param>
/// <param name="Title">What it is about; empty when it does not say.</param>
/// <param name="Text">One paragraph or row of a table a line.</param>
public sealed record Appendix(string Name, string Title, string Text);
