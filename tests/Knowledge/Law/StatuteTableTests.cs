using System.Text;
using ChatBot.Knowledge.Law;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ChatBot.Knowledge.Tests.Law;

/// <summary>Tables and numbered lists of Word documents and web pages.</summary>
public class StatuteTableTests
{
    private const string Page = """
        <table><tr><td>QUỐC HỘI<br>-------</td><td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</td></tr><tr><td>Luật số: 1/2020/QH1</td><td>Hà Nội, ngày 1</td></tr></table>
        <p>Điều 1. Mức lương<sup><a href="#_ftn1">[1]</a></sup></p>
        <ol><li>Mức lương như sau:<ol type="a"><li><p>theo tháng;</p></li><li>theo giờ.</li></ol></li><li value="4">Bảng lương:
        <table><tr><th>Vùng</th><th>Mức <b>tháng</b></th></tr><tr><td><p>Vùng</p><p>I</p></td><td>5.000</td></tr></table></li></ol>
        <p>Điều 2. Khác</p><p>1. Đã có số.</p>
        <table><tr><td>Nơi nhận:<br>- Ai đó</td><td>CHỦ TỊCH</td></tr></table>
        <p>[1] Điều này được sửa đổi.</p>
        """;

    [Fact]
    public void A_web_page_keeps_the_rows_of_its_tables_and_the_numbers_of_its_lists()
    {
        var statute = StatuteReader.Read("luat.html", Encoding.UTF8.GetBytes(Page), Some.Catalogue).Statute!;

        Assert.Equal(["1", "2"], statute.Provisions.Select(it => it.Article));
        Assert.Equal("1. Mức lương như sau:\na) theo tháng;\nb) theo giờ.\n4. Bảng lương:\nVùng | Mức tháng\nVùng I | 5.000", statute.Provisions[0].Text);
        Assert.Equal(("Mức lương", "Điều này được sửa đổi."), (statute.Provisions[0].Heading, Assert.Single(statute.Provisions[0].Notes)));
        Assert.Equal("1. Đã có số.", statute.Provisions[1].Text);
    }

    [Fact]
    public void A_page_laid_out_in_one_table_is_read_as_text() =>
        Assert.Equal("Tám giờ.", StatuteReader.Read("luat.html", Encoding.UTF8.GetBytes("<table><tr><td><p>Số: 1/2020/QH1</p><p>Điều 1. Giờ</p><p>Tám giờ.</p></td><td>Menu</td></tr></table>"), Some.Catalogue).Statute!.Provisions[0].Lead.Split('\n')[0]);

    [Fact]
    public void A_word_document_keeps_the_rows_of_its_tables_the_numbers_of_its_lists_and_its_footnotes()
    {
        var statute = StatuteReader.Read("luat.docx", Word(), Some.Catalogue).Statute!;

        Assert.Equal("1. Mức lương như sau:\na) theo tháng;\nb) theo giờ.\n2. Bảng lương:\nVùng | Mức\nVùng I | 5.000", statute.Provisions[0].Text);
        Assert.Equal("1. Lại từ đầu.", statute.Provisions[1].Text);
        Assert.Equal("Điều này được sửa đổi.", Assert.Single(statute.Provisions[0].Notes));
        Assert.Equal("Mức lương", statute.Provisions[0].Heading);
    }

    private static byte[] Word()
    {
        using var file = new MemoryStream();
        using (var word = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var main = word.AddMainDocumentPart();
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering(
                new AbstractNum(Level(0, NumberFormatValues.Decimal, "%1."), Level(1, NumberFormatValues.LowerLetter, "%2)")) { AbstractNumberId = 3 },
                new NumberingInstance(new AbstractNumId { Val = 3 }) { NumberID = 1 },
                new NumberingInstance(new AbstractNumId { Val = 3 }, new LevelOverride(new StartOverrideNumberingValue { Val = 1 }) { LevelIndex = 0 }) { NumberID = 2 });
            main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(
                new Style(new StyleParagraphProperties(new NumberingProperties(new NumberingLevelReference { Val = 1 }, new NumberingId { Val = 1 }))) { StyleId = "Diem" },
                new Style(new BasedOn { Val = "Diem" }) { StyleId = "DiemCon" });
            main.AddNewPart<FootnotesPart>().Footnotes = new Footnotes(new Footnote(Plain("Điều này được sửa đổi.")) { Id = 7 });
            main.Document = new Document(new Body(
                Plain("Luật số: 1/2020/QH1"),
                new Paragraph(new Run(new DocumentFormat.OpenXml.Wordprocessing.Text("Điều 1. Mức lương")), new Run(new FootnoteReference { Id = 7 })),
                Numbered("Mức lương như sau:", 1, 0),
                Styled("theo tháng;", "Diem"),
                Styled("theo giờ.", "DiemCon"),
                Numbered("Bảng lương:", 1, 0),
                new Table(Row("Vùng", "Mức"), Row("Vùng I", "5.000")),
                Plain("Điều 2. Khác"),
                Numbered("Lại từ đầu.", 2, 0)));
        }

        return file.ToArray();
    }

    private static Level Level(int depth, NumberFormatValues format, string text) =>
        new(new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = format }, new LevelText { Val = text }) { LevelIndex = depth };

    private static Paragraph Plain(string text) => new(new Run(new DocumentFormat.OpenXml.Wordprocessing.Text(text)));

    private static Paragraph Numbered(string text, int list, int depth) => new(
        new ParagraphProperties(new NumberingProperties(new NumberingLevelReference { Val = depth }, new NumberingId { Val = list })), new Run(new DocumentFormat.OpenXml.Wordprocessing.Text(text)));

    private static Paragraph Styled(string text, string style) =>
        new(new ParagraphProperties(new ParagraphStyleId { Val = style }), new Run(new DocumentFormat.OpenXml.Wordprocessing.Text(text)));

    private static TableRow Row(params string[] cells) => new(cells.Select(it => new TableCell(Plain(it))));
}
