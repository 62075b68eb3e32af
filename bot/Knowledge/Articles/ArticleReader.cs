namespace ChatBot.Knowledge.Articles;

/// <summary>What came of reading a file: the article when it could be read, and every mistake found.</summary>
public sealed record ArticleReading(Article? Article, IReadOnlyList<Mistake> Mistakes);

/// <summary>Reads an article's file.</summary>
public static class ArticleReader
{
    /// <summary>Reads <paramref name="text"/>; never throws for what an editor wrote.</summary>
    /// <param name="file">From the knowledge-base folder on: <c>tien-luong/luong-toi-thieu-vung.md</c>.</param>
    public static ArticleReading Read(string file, string text) => throw new NotSupportedException();
}
