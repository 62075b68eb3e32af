namespace ChatBot.Knowledge.Search;

/// <summary>Turns a question into one outcome.</summary>
public sealed class Answering(KnowledgeIndex index)
{
    public Outcome Ask(Question question) => throw new NotSupportedException(index.Content.ToString());

    /// <summary>How the ranking came about, line by line, for <c>ask --why</c>.</summary>
    public string Explain(Question question) => throw new NotSupportedException(question.Text);
}
