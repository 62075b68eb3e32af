using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ChatBot.Knowledge.Law;

/// <summary>Gets the paragraphs out of the kinds of file official texts come in.</summary>
internal static class StatuteFiles
{
    private static readonly HashSet<string> Blocks =
        ["P", "DIV", "LI", "TD", "TH", "TR", "H1", "H2", "H3", "H4", "H5", "H6", "BR", "BLOCKQUOTE", "PRE", "TABLE", "UL", "OL", "SECTION", "ARTICLE"];

    public static IEnumerable<string> TextLines(byte[] bytes)
    {
        using var reader = new StreamReader(new MemoryStream(bytes), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd().Split('\n');
    }

    public static IEnumerable<string> HtmlLines(byte[] bytes)
    {
        using var page = new HtmlParser().ParseDocument(new MemoryStream(bytes));
        foreach (var hidden in page.QuerySelectorAll("script, style, head").ToList())
            hidden.Remove();

        var text = new StringBuilder();
        Append(text, page.DocumentElement);
        return text.ToString().Split('\n');
    }

    /// <summary>Null when the file is no Word document.</summary>
    public static IReadOnlyList<string>? WordLines(byte[] bytes)
    {
        try
        {
            using var word = WordprocessingDocument.Open(new MemoryStream(bytes), false);
            return word.MainDocumentPart?.Document?.Body?.Descendants<Paragraph>().Select(Words).ToList();
        }
        catch (Exception wrong) when (wrong is FileFormatException or InvalidDataException or OpenXmlPackageException)
        {
            return null;
        }
    }

    private static string Words(Paragraph paragraph) => string.Concat(paragraph.Descendants().Select(it => it switch
    {
        DocumentFormat.OpenXml.Wordprocessing.Text words => words.Text,
        Break => "\n",
        TabChar => " ",
        _ => "",
    }));

    // A line break of the file is only a space in HTML; blocks make the lines.
    private static void Append(StringBuilder text, INode node)
    {
        if (node is IText words)
            text.Append(words.Data.ReplaceLineEndings(" "));

        var block = node is IElement element && Blocks.Contains(element.TagName);
        if (block)
            text.Append('\n');
        foreach (var child in node.ChildNodes)
            Append(text, child);
        if (block)
            text.Append('\n');
    }
}
