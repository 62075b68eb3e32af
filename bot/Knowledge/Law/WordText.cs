using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ChatBot.Knowledge.Law;

/// <summary>Gets the paragraphs out of a Word document, with the numbers Word writes before them, the rows of its tables and its footnotes.</summary>
internal sealed class WordText
{
    private readonly WordNumbering numbering;

    private WordText(MainDocumentPart part) => numbering = new WordNumbering(part);

    /// <summary>Null when the file is no Word document.</summary>
    public static IReadOnlyList<string>? Lines(byte[] bytes)
    {
        try
        {
            using var word = WordprocessingDocument.Open(new MemoryStream(bytes), false);
            return word.MainDocumentPart is { Document.Body: { } body } part ? [.. new WordText(part).Lines(body), .. Footnotes(part)] : null;
        }
        catch (Exception wrong) when (wrong is FileFormatException or InvalidDataException or OpenXmlPackageException or System.Xml.XmlException)
        {
            return null;
        }
    }

    private IEnumerable<string> Lines(OpenXmlElement parent) => parent.ChildElements.SelectMany(it => it switch
    {
        Paragraph paragraph => [Words(paragraph)],
        Table table => StatuteTable.Lines([.. table.Elements<TableRow>().Select(Row)]),
        _ => Lines(it),
    });

    private IReadOnlyList<IReadOnlyList<string>> Row(TableRow row) => [.. row.Elements<TableCell>().Select(cell => Lines(cell).ToList())];

    private string Words(Paragraph paragraph)
    {
        var words = Text(paragraph);
        var number = numbering.Next(paragraph);
        return words.Trim().Length == 0 || ListNumber.IsWritten(words.TrimStart()) ? words : number + words;
    }

    // A text box is written twice, for old Word too: only once is it text.
    private static string Text(OpenXmlElement parent) => string.Concat(parent.ChildElements.Select(it => it switch
    {
        DocumentFormat.OpenXml.Wordprocessing.Text words => words.Text,
        Break or CarriageReturn => "\n",
        TabChar => " ",
        NoBreakHyphen => "-",
        FootnoteReference note => $"[{note.Id}]",
        DeletedRun or AlternateContentFallback => "",
        _ => Text(it),
    }));

    // [7] Khoản này được sửa đổi… as consolidated texts write it below.
    private static IEnumerable<string> Footnotes(MainDocumentPart part) => part.FootnotesPart?.Footnotes?.Elements<Footnote>()
        .Where(it => it.Type is null || it.Type.Value == FootnoteEndnoteValues.Normal)
        .Select(it => $"[{it.Id}] {string.Join(' ', it.Elements<Paragraph>().Select(Text)).Trim()}") ?? [];
}
