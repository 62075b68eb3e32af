using ChatBot.Talk;

namespace ChatBot.Web.Data.Knowledge;

/// <summary>Reads what the bot says of itself from `_phrases/` of a knowledge-base folder.</summary>
public static class PhrasesFolder
{
    /// <exception cref="PhrasesException">A file is missing or wrong; the message says which and where.</exception>
    public static Phrases Read(string knowledgeFolder)
    {
        try
        {
            var folder = Path.Combine(knowledgeFolder, "_phrases");
            return Phrases.Read(File.ReadAllText(Path.Combine(folder, "cau-noi.yaml")), File.ReadAllText(Path.Combine(folder, "tro-chuyen.yaml")));
        }
        catch (IOException trouble)
        {
            throw new PhrasesException($"Không đọc được knowledge-base/_phrases: {trouble.Message}");
        }
    }
}
