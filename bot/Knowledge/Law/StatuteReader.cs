using System.Text;
using ChatBot.Knowledge.Articles;

namespace ChatBot.Knowledge.Law;

/// <summary>What came of reading a statute's file; without a statute there is at least one mistake.</summary>
public sealed record StatuteReading(Statute? Statute, IReadOnlyList<Mistake> Mistakes)
{
    public LawDocument? Document => Statute?.Document;

    public IReadOnlyList<Provision> Provisions => Statute?.Provisions ?? [];
}

/// <summary>Reads official texts: JSON, .txt, .html and .docx.</summary>
public static class StatuteReader
{
    /// <summary>Reads a file's bytes by its ending; never throws for what the file holds.</summary>
    public static StatuteReading Read(string file, byte[] bytes, LawCatalogue catalogue) => Path.GetExtension(file).ToLowerInvariant() switch
    {
        ".json" => StatuteJson.Read(file, bytes, catalogue),
        ".txt" => StatuteLines.Read(file, TextLines(bytes), catalogue),
        ".html" or ".htm" => StatuteLines.Read(file, HtmlText.Lines(bytes), catalogue),
        ".docx" when WordText.Lines(bytes) is { } lines => StatuteLines.Read(file, lines, catalogue),
        ".docx" => Failed(file, "không mở được: tệp hỏng hoặc không phải Word .docx"),
        ".doc" => Failed(file, "Word đời cũ (.doc) không đọc được: lưu lại thành .docx"),
        var ending => Failed(file, $"không đọc được tệp '{ending}': dùng .docx, .html, .txt hoặc .json"),
    };

    internal static StatuteReading Failed(string file, string message, int line = 0) => new(null, [new Mistake(file, line, message)]);

    private static string[] TextLines(byte[] bytes)
    {
        using var reader = new StreamReader(new MemoryStream(bytes), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd().Split('\n');
    }
}
