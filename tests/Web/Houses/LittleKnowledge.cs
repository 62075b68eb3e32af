namespace ChatBot.Web.Tests.Houses;

/// <summary>A knowledge base with what the bot needs to speak and no articles, for tests that are about something else.</summary>
internal static class LittleKnowledge
{
    public static string Folder { get; } = Make();

    /// <summary>The same with the few articles on which the talks of `tests/conversations` are held.</summary>
    public static string ForTalks { get; } = MakeForTalks();

    private static string MakeForTalks()
    {
        var folder = Make();
        foreach (var from in Directory.GetDirectories(Path.Combine(Repository.Root, "tests", "conversations", "kho")))
            Copy(from, Directory.CreateDirectory(Path.Combine(folder, Path.GetFileName(from))).FullName);
        Copy(Path.Combine(Repository.Root, "knowledge-base", "_search"), Directory.CreateDirectory(Path.Combine(folder, "_search")).FullName);
        return folder;
    }

    private static string Make()
    {
        var folder = Directory.CreateTempSubdirectory("chatbot-knowledge-").FullName;
        foreach (var part in (string[])["_phrases", "_law", "_rates", "_lexicon", "_calendar"])
            Copy(Path.Combine(Repository.Root, "knowledge-base", part), Directory.CreateDirectory(Path.Combine(folder, part)).FullName);
        return folder;
    }

    // Without articles there is nothing ordinary to learn from, so no examples either: only the patterns decide.
    private static void Copy(string from, string to)
    {
        if (Directory.Exists(from))
            foreach (var file in Directory.GetFiles(from).Where(it => !Path.GetFileName(it).StartsWith("vi-du-", StringComparison.Ordinal)))
                File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }
}
