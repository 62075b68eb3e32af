using ChatBot.Knowledge.Articles;

namespace ChatBot.Knowledge.Law;

/// <summary>What came of reading a statute's file; without a document there is at least one mistake.</summary>
public sealed record StatuteReading(LawDocument? Document, IReadOnlyList<Provision> Provisions, IReadOnlyList<Mistake> Mistakes);

/// <summary>Reads official texts: our JSON, .txt, .html and .docx.</summary>
public static class StatuteReader
{
    /// <summary>Reads a file's bytes by its ending; never throws for what the file holds.</summary>
    public static StatuteReading Read(string file, byte[] bytes, LawCatalogue catalogue) => throw new NotSupportedException();
}
