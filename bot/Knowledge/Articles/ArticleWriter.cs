namespace ChatBot.Knowledge.Articles;

/// <summary>Writes an article as the file editors know.</summary>
public static class ArticleWriter
{
    /// <summary>The exact text that was read when nobody changed the article since, else a fresh one.</summary>
    public static string Write(Article article) => throw new NotSupportedException();
}
