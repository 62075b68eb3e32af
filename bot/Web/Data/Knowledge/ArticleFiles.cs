using System.Text;
using ChatBot.Knowledge.Articles;
using ChatBot.Knowledge.Search;

namespace ChatBot.Web.Data.Knowledge;

/// <summary>An article's file as it lies in the knowledge-base folder, byte for byte as text.</summary>
public sealed record ArticleFile(string Area, string Id, string Text)
{
    /// <summary>From the knowledge-base folder on: `tien-luong/luong-toi-thieu-vung.md`.</summary>
    public string Name => $"{Area}/{Id}.md";

    /// <summary>A byte order mark, as some editors write it, belongs to the file and not to its text.</summary>
    public ArticleReading Read() => ArticleReader.Read(Name, Text.TrimStart('\uFEFF'));
}

/// <summary>The articles' files of a knowledge-base folder, with their text untouched.</summary>
public static class ArticleFiles
{
    // No replacement and no detection: a file that is not changed must leave as it came.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static IReadOnlyList<ArticleFile> Find(string folder) =>
    [
        .. KnowledgeFolder.ArticleFiles(folder).Select(file => new ArticleFile(
            Path.GetFileName(Path.GetDirectoryName(file))!, Path.GetFileNameWithoutExtension(file), Utf8.GetString(File.ReadAllBytes(file)))),
    ];

    /// <summary>Writes an article's file; the folder of its area is made when it is missing.</summary>
    public static void Write(string folder, ArticleFile file)
    {
        Directory.CreateDirectory(Path.Combine(folder, file.Area));
        File.WriteAllBytes(Path.Combine(folder, file.Area, file.Id + ".md"), Utf8.GetBytes(file.Text));
    }
}
