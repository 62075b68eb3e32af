using ChatBot.Knowledge.Articles;

namespace ChatBot.Knowledge.Search;

/// <summary>What came of reading a folder: everything readable, and every mistake.</summary>
public sealed record KnowledgeReading(KnowledgeContent Content, IReadOnlyList<Mistake> Mistakes);

/// <summary>Reads the knowledge-base folder.</summary>
public static class KnowledgeFolder
{
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static KnowledgeReading Read(string path) => throw new NotSupportedException();

    /// <summary>Every rule over content that lies elsewhere, e.g. in the database.</summary>
    /// <param name="today">The day the rules about dates and rates look at.</param>
    public static IReadOnlyList<Mistake> Check(KnowledgeContent content, DateOnly today) => throw new NotSupportedException();
}
