using ChatBot.Knowledge.Search;

namespace ChatBot.Web.Data.Knowledge;

/// <summary>Holds the index of what is published now; while a new one is built, the old one serves.</summary>
public sealed class KnowledgeBase
{
    /// <summary>Answers from what is published now; never null, "unavailable" while there is no index.</summary>
    public Func<Question, Outcome> Ask { get; } = _ => new Outcome.Unavailable("");

    /// <summary>The content the current index was built from; empty while there is none.</summary>
    public KnowledgeContent Content { get; } = new();

    /// <summary>Articles or statutes changed: the index is built again soon, here and on the other machines.</summary>
    public void Changed() => throw new NotSupportedException();
}
