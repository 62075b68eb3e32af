using System.Text;
using ChatBot.Knowledge.Law;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ChatBot.Knowledge.Tests.Law;

public class StatuteReaderTests
{
    private const string Official = """
        QUỐC HỘI
        Luật số: 1/2020/QH1

        LUẬT THỬ
        Chương I
        NHỮNG QUY ĐỊNH CHUNG
        Điều 1. Phạm vi
        Luật này quy định việc thử.
        Điều 2. Giờ làm
        1. Người lao động làm 8 giờ:
        a) Buổi sáng 4 giờ;
        đ) Buổi chiều 4 giờ.
        2. Nghỉ theo Điều 1 của Luật này.
        Chương II
        NGHỈ NGƠI
        Mục 1. NGHỈ PHÉP
        Điều 3. Nghỉ phép
        Mỗi năm 12 ngày.
        Điều 3a. Nghỉ thêm
        Thêm 1 ngày.
        Điều 4. Nghỉ lễ
        Như trên.
        Điều 5. Hiệu lực
        Từ ngày 1 tháng 1.
        Nơi nhận:
        - Điều 9. Không phải điều.
        """;

    [Fact]
    public void A_text_file_is_taken_apart_into_articles_clauses_and_points() => AssertIsTheOfficialText(Read("luat.txt", Encoding.UTF8.GetBytes(Official)));

    [Fact]
    public void A_web_page_is_read_like_the_text()
    {
        var page = $"<html><head><title>Điều 1. Không</title></head><body>{string.Concat(Official.Split('\n').Select(it => $"<p>{it.Replace("giờ", "<b>giờ</b>")}</p>\n"))}<script>Điều 7. x</script></body></html>";

        AssertIsTheOfficialText(Read("luat.html", Encoding.UTF8.GetBytes(page)));
    }

    [Fact]
    public void A_word_document_is_read_like_the_text()
    {
        using var file = new MemoryStream();
        using (var word = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
            word.AddMainDocumentPart().Document = new Document(new Body(Official.Split('\n').Select(it => new Paragraph(new Run(new DocumentFormat.OpenXml.Wordprocessing.Text(it))))));

        AssertIsTheOfficialText(Read("luat.docx", file.ToArray()));
    }

    [Fact]
    public void Json_is_read_with_its_notes_and_without_what_is_no_longer_law()
    {
        var json = """
            { "number": "1/2020/QH1", "title": "Luật Thử", "effective": "2020-01-01", "articles": [
              { "article": "2", "heading": "Giờ làm", "chapter": "Chương I", "text": "1. Tám giờ:\na) sáng;\n2. Nghỉ.",
                "amendment_notes": ["Sửa bởi luật khác."], "update_notes": ["Từ 2026 còn bảy giờ."], "original_text": "Mười giờ." },
              { "article": 3, "heading": "Nghỉ", "text": "Nghỉ." } ] }
            """;

        var reading = Read("luat.json", Encoding.UTF8.GetBytes(json));

        Assert.Equal(["thiếu Điều 1, 4, 5, 3a"], reading.Mistakes.Select(it => it.Message));
        Assert.Equal(["2", "3"], reading.Provisions.Select(it => it.Article));
        Assert.Equal(["Sửa bởi luật khác."], reading.Provisions[0].Notes);
        Assert.Equal(["Từ 2026 còn bảy giờ."], reading.Provisions[0].Updates);
        Assert.Equal("1. Tám giờ:\na) sáng;\n2. Nghỉ.", reading.Provisions[0].Text);
        Assert.Equal("Luật Thử", reading.Provisions[0].LawName);
    }

    [Fact]
    public void An_expired_document_is_no_current_law()
    {
        var json = """{ "number": "7/2020/NĐ-CP", "type": "Nghị định", "title": "Cũ", "effective": "2020-01-01", "expired": "2026-09-10", "articles": [ { "article": "1", "text": "Cũ." } ] }""";

        var provision = Assert.Single(Read("cu.json", Encoding.UTF8.GetBytes(json)).Provisions);

        Assert.True(provision.InForceOn(new DateOnly(2026, 9, 9)));
        Assert.False(provision.InForceOn(new DateOnly(2026, 9, 10)));
    }

    [Theory]
    [InlineData("luat.json", "{ \"number\": ", "JSON sai cách viết")]
    [InlineData("luat.json", "{}", "thiếu \"number\"")]
    [InlineData("luat.json", "{ \"number\": \"8/2020/QH1\", \"articles\": [] }", "thiếu \"effective\"")]
    [InlineData("luat.json", "{ \"number\": \"1/2020/QH1\", \"articles\": [] }", "không có điều nào")]
    [InlineData("luat.json", "{ \"number\": \"1/2020/QH1\", \"articles\": [ { \"text\": \"x\" } ] }", "mục thứ 1 của \"articles\" thiếu \"article\"")]
    [InlineData("luat.json", "{ \"number\": \"1/2020/QH1\", \"articles\": [ { \"article\": 1 } ] }", "Điều 1 thiếu \"text\"")]
    [InlineData("luat.json", "{ \"number\": \"1/2020/QH1\",\n \"articles\": 5 }", "JSON sai cách viết ở $.articles")]
    [InlineData("luat.txt", "Điều 1. Không có số hiệu", "không thấy dòng 'Số: …'")]
    [InlineData("luat.txt", "Số: 8/2020/QH1\nĐiều 1. A", "không có trong _law/van-ban.yaml")]
    [InlineData("luat.txt", "Số: 1/2020/QH1\nKhông có gì", "không thấy điều nào")]
    [InlineData("luat.txt", "Số: 1/2020/QH1\nĐiều 1. A\nĐiều 1. A", "Điều 1 đứng 2 lần")]
    [InlineData("luat.docx", "không phải zip", "không mở được")]
    [InlineData("luat.doc", "x", "lưu lại thành .docx")]
    [InlineData("luat.pdf", "x", "không đọc được tệp '.pdf'")]
    public void What_cannot_be_read_is_told_with_file_and_reason(string file, string content, string message)
    {
        var reading = Read(file, Encoding.UTF8.GetBytes(content));

        Assert.Contains(reading.Mistakes, it => it.File == file && it.Message.Contains(message));
    }

    [Fact]
    public void Missing_articles_are_told_by_number() => Assert.Contains(
        Read("luat.txt", Encoding.UTF8.GetBytes("Số: 1/2020/QH1\nĐiều 1. A\nĐiều 3. B")).Mistakes, it => it.Message == "thiếu Điều 2, 4, 5, 3a");

    [Fact]
    public void A_mistake_names_the_line_it_stands_on() => Assert.Equal(
        ["luat.txt:3: Điều 1 đứng 2 lần", "luat.txt: thiếu Điều 2, 3, 4, 5, 3a"],
        Read("luat.txt", Encoding.UTF8.GetBytes("Số: 1/2020/QH1\nĐiều 1. A\nĐiều 1. A")).Mistakes.Select(it => it.ToString()));

    [Fact]
    public void A_file_without_any_article_is_no_statute() => Assert.Null(Read("luat.txt", Encoding.UTF8.GetBytes("Số: 1/2020/QH1\nKhông có gì")).Statute);

    private static StatuteReading Read(string file, byte[] bytes) => StatuteReader.Read(file, bytes, Some.Catalogue);

    private static void AssertIsTheOfficialText(StatuteReading reading)
    {
        Assert.Empty(reading.Mistakes);
        Assert.Equal("1/2020/QH1", reading.Document!.Number);
        Assert.Equal(["1", "2", "3", "3a", "4", "5"], reading.Provisions.Select(it => it.Article));
        Assert.Equal(["Chương I - NHỮNG QUY ĐỊNH CHUNG", "Chương II - NGHỈ NGƠI"], reading.Provisions.Select(it => it.Chapter).Distinct());

        var hours = reading.Provisions[1];
        Assert.Equal("Giờ làm", hours.Heading);
        Assert.Equal(["1", "2"], hours.Clauses.Select(it => it.Number));
        Assert.Equal(["a", "đ"], hours.Clauses[0].Points.Select(it => it.Letter));
        Assert.Equal("Buổi chiều 4 giờ.", hours.Clauses[0].Points[1].Text);
        Assert.Equal("Từ ngày 1 tháng 1.", reading.Provisions[^1].Text);
    }
}
