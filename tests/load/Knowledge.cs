using ChatBot.Web.Data.Knowledge;

namespace ChatBot.Load;

/// <summary>What the program knows in a run.</summary>
internal static class Knowledge
{
    private const int FewArticles = 40;

    /// <summary>All that is shipped.</summary>
    public static string Whole { get; } = Path.Combine(Repository.Root, "knowledge-base");

    /// <summary>A few articles in a folder of their own: a program that is killed all the time should start quickly.</summary>
    public static string Little()
    {
        var folder = Directory.CreateTempSubdirectory("chatbot-knowledge-").FullName;
        foreach (var part in Directory.GetDirectories(Whole, "_*"))
        {
            var copy = Directory.CreateDirectory(Path.Combine(folder, Path.GetFileName(part))).FullName;
            foreach (var file in Directory.GetFiles(part))
                File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        foreach (var article in ArticleFiles.Find(Whole).Take(FewArticles))
            ArticleFiles.Write(folder, article);
        return folder;
    }
}
