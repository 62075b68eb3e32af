using System.Text;
using ChatBot.Knowledge.Law;

namespace ChatBot.Knowledge.Tests.Law;

/// <summary>What official texts look like once they have been typed, copied and saved a few times.</summary>
public class StatuteWordingTests
{
    [Fact]
    public void A_wrong_letter_a_hard_space_a_colon_and_a_footnote_mark_do_not_hide_an_article()
    {
        var statute = Read(
            "Số: 1/2020/QH1\n" +
            "\u00d0iều\u00a01: Phạm vi[1]\n" +
            "Luật này quy định việc thử.[2]\n" +
            "ĐIỀU 2. Giờ làm\n" +
            "Tám giờ.\n" +
            "Nơi nhận:\n" +
            "[1] Tên điều này được sửa đổi.\n" +
            "[2] Đoạn này được bổ sung.\n");

        Assert.Equal(["1", "2"], statute.Provisions.Select(it => it.Article));
        Assert.Equal(("Phạm vi", "Luật này quy định việc thử."), (statute.Provisions[0].Heading, statute.Provisions[0].Text));
        Assert.Equal(["Tên điều này được sửa đổi.", "Đoạn này được bổ sung."], statute.Provisions[0].Notes);
    }

    [Fact]
    public void A_heading_on_the_next_line_belongs_to_its_article()
    {
        var statute = Read("""
            Số: 1/2020/QH1
            Điều 1.
            Phạm vi điều chỉnh
            Luật này quy định việc thử.
            Điều 2. Quyền của người
            lao động
            1. Được nghỉ.
            Điều 3.
            Luật này có hiệu lực từ hôm nay.
            """);

        Assert.Equal(["Phạm vi điều chỉnh", "Quyền của người lao động", ""], statute.Provisions.Select(it => it.Heading));
        Assert.Equal("Luật này có hiệu lực từ hôm nay.", statute.Provisions[2].Text);
    }

    [Fact]
    public void What_a_law_quotes_of_another_law_is_neither_its_article_nor_its_clause()
    {
        var provision = Assert.Single(Read("""
            Số: 1/2020/QH1
            Điều 1. Sửa đổi luật khác
            1. Sửa Điều 54 như sau:
            “Điều 54. Lương hưu
            1. Đủ tuổi:
            a) Nam;
            Điều 55. Mức hưởng
            2. Đủ năm.”
            2. Bãi bỏ Điều 60.
            """).Provisions);

        Assert.Equal(["1", "2"], provision.Clauses.Select(it => it.Number));
        Assert.EndsWith("2. Đủ năm.”", provision.Clauses[0].Text);
    }

    [Fact]
    public void Chapters_sections_and_appendices_are_kept()
    {
        var statute = Read("""
            Số: 1/2020/QH1
            Chương I
            QUY ĐỊNH CHUNG,
            ĐỊNH NGHĨA
            Mục 2
            NGHỈ PHÉP
            Điều 1. Nghỉ
            Nghỉ theo Phụ lục I ban hành kèm theo Luật này.
            TM. CHÍNH PHỦ
            PHỤ LỤC I
            NƠI ĐƯỢC NGHỈ
            1. Tỉnh A
            | Vùng | Ngày |
            | --- | --- |
            | I | 12 |
            PHỤ LỤC II
            Mẫu đơn
            """);

        Assert.Equal(("Chương I - QUY ĐỊNH CHUNG, ĐỊNH NGHĨA", "Mục 2. NGHỈ PHÉP"), (statute.Provisions[0].Chapter, statute.Provisions[0].Section));
        Assert.Equal(["Phụ lục I", "Phụ lục II"], statute.Appendices.Select(it => it.Name));
        Assert.Equal(("NƠI ĐƯỢC NGHỈ", "1. Tỉnh A\nVùng | Ngày\nI | 12"), (statute.Appendices[0].Title, statute.Appendices[0].Text));
    }

    [Fact]
    public void A_consolidated_text_is_kept_under_the_law_it_consolidates()
    {
        var statute = Read("""
            VĂN PHÒNG QUỐC HỘI
            Số: 18/VBHN-VPQH
            LUẬT THỬ
            Luật Thử số 1/2020/QH1 ngày 1 tháng 1 năm 2020 của Quốc hội, được sửa đổi, bổ sung bởi:
            Luật số 9/2024/QH2 ngày 2 tháng 2 năm 2024.
            Điều 1. Giờ làm[1]
            Tám giờ.
            XÁC THỰC VĂN BẢN HỢP NHẤT
            [1] Điều này được sửa đổi theo Luật số 9/2024/QH2.
            """);

        Assert.Equal(("1/2020/QH1", "Theo văn bản hợp nhất 18/VBHN-VPQH."), (statute.Document.Number, Assert.Single(statute.Notes)));
        Assert.Equal(("Tám giờ.", "Điều này được sửa đổi theo Luật số 9/2024/QH2."), (statute.Provisions[0].Text, Assert.Single(statute.Provisions[0].Notes)));
    }

    [Fact]
    public void Json_keeps_its_appendix_and_says_when_it_is_only_an_extract()
    {
        var statute = StatuteReader.Read("luat.json", Encoding.UTF8.GetBytes("""
            { "number": "1/2020/QH1", "effective": "2020-01-01", "partial": true, "total_articles_in_document": 5, "note": "Bản chép.", "consolidated": "9/VBHN",
              "amended_by": [ { "by": "8/2021/QH1", "effective": "2021-05-01", "articles": ["2", "nhiều điều"] } ],
              "articles": [ { "article": "2", "text": "a) Một;\nb) Hai.\nPhụ lục\nMẪU" } ],
              "appendix": "Nơi nhận: ai đó\nPHỤ LỤC II\n| A | B |" }
            """), Some.Catalogue).Statute!;

        Assert.Equal(
            ["Đây là bản trích: chỉ có 1 trên 5 điều.", "Bản chép.", "Theo văn bản hợp nhất 9/VBHN.", "Sửa đổi, bổ sung bởi 8/2021/QH1, từ 1/5/2021: Điều 2; nhiều điều."], statute.Notes);
        Assert.Equal(["a", "b"], statute.Provisions[0].Points.Select(it => it.Letter));
        Assert.Equal("a) Một;\nb) Hai.", statute.Provisions[0].Text);
        Assert.Equal(["Phụ lục", "Phụ lục II"], statute.Appendices.Select(it => it.Name));
    }

    [Fact]
    public void A_document_that_was_replaced_after_its_import_ends_with_the_catalogue()
    {
        var statute = Read("Số: 1/2020/QH1\nĐiều 1. A\nB");
        var later = new LawCatalogue([Some.Catalogue.Documents[0] with { InForceUntil = new DateOnly(2026, 6, 30), ReplacedBy = "5/2026/QH2" }]);

        Assert.False(statute.AsIn(later).Provisions[0].InForceOn(new DateOnly(2026, 7, 1)));
        Assert.Equal("5/2026/QH2", statute.AsIn(later).Document.ReplacedBy);
    }

    private static Statute Read(string text) => StatuteReader.Read("luat.txt", Encoding.UTF8.GetBytes(text), Some.Catalogue).Statute!;
}
