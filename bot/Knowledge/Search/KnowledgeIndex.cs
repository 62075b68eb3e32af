namespace ChatBot.Knowledge.Search;

/// <summary>The searchable form of the content; never changes once built, any number of threads may search it.</summary>
public sealed class KnowledgeIndex
{
    private KnowledgeIndex(KnowledgeContent content) => Content = content;

    public KnowledgeContent Content { get; }

    public static KnowledgeIndex Build(KnowledgeContent content) => new(content);
}
