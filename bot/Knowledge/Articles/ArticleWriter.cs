using System.Globalization;
using System.Text;

namespace ChatBot.Knowledge.Articles;

/// <summary>Writes an article as the file editors know.</summary>
public static class ArticleWriter
{
    /// <summary>The exact text that was read when nobody changed the article since, else a fresh one.</summary>
    public static string Write(Article article) =>
        article.Source.Length > 0 && ArticleReader.Read(article.File, article.Source).Article is { } read && Compose(read) == Compose(article)
            ? article.Source
            : Compose(article);

    private static string Compose(Article article)
    {
        var file = new StringBuilder("---\n");
        Line(file, "tieu-de", article.Title);
        List(file, "cau-hoi", article.Questions);
        List(file, "can-cu", article.Citations.Select(it => it.ToString()));
        Line(file, "hieu-luc-tu", Day(article.InForceFrom));
        Line(file, "hieu-luc-den", Day(article.InForceUntil));
        Line(file, "tu-khoa", string.Join(", ", article.Keywords));
        List(file, "lien-quan", article.Related);
        Line(file, "nhay-cam", article.Sensitive);
        Line(file, "tinh", article.Calculator);
        Line(file, "da-kiem-tra", Day(article.Reviewed));
        Line(file, "kiem-tra-truoc", Day(article.VerifyBy));
        file.Append("---\n").Append(article.Answer).Append('\n');
        Part(file, ArticleBody.DetailsTitle, article.Details);
        Part(file, ArticleBody.StepsTitle, article.Steps);
        Part(file, ArticleBody.ExampleTitle, article.Example);
        return file.ToString();
    }

    private static void Line(StringBuilder file, string key, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            file.Append(key).Append(": ").Append(Scalar(value)).Append('\n');
    }

    private static void List(StringBuilder file, string key, IEnumerable<string> items)
    {
        var lines = items.Select(it => $"  - {Scalar(it)}\n").ToList();
        if (lines.Count > 0)
            file.Append(key).Append(":\n").AppendJoin("", lines);
    }

    private static void Part(StringBuilder file, string title, string? text)
    {
        if (text is not null)
            file.Append("\n## ").Append(title).Append('\n').Append(text).Append('\n');
    }

    // YAML reads these as something else than the words they are.
    private static string Scalar(string value)
    {
        var trap = value.Contains(": ", StringComparison.Ordinal) || value.Contains(" #", StringComparison.Ordinal)
            || value.EndsWith(':') || "\"'{}[]-@?!&*|>%`#,:".Contains(value[0]);
        return trap ? $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"" : value;
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
