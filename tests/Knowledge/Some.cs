using ChatBot.Knowledge.Articles;
using ChatBot.Knowledge.Law;

namespace ChatBot.Knowledge.Tests;

/// <summary>Things a test needs but does not care about.</summary>
internal static class Some
{
    public const string ArticleText =
        "---\n" +
        "tieu-de: Nghỉ việc phải báo trước mấy ngày\n" +
        "cau-hoi:\n" +
        "  - Em muốn nghỉ việc thì báo trước bao lâu?\n" +
        "  - nghi viec truoc may ngay\n" +
        "  - Nộp đơn xin nghỉ trước mấy ngày?\n" +
        "  - báo trước 45 ngày\n" +
        "  - hợp đồng một năm xin thôi việc báo trước sao\n" +
        "  - \"hỏi: xin nghỉ cần báo không\"\n" +
        "  - thời hạn báo trước khi chấm dứt hợp đồng\n" +
        "  - muốn chuyển chỗ làm thì nói với sếp trước mấy tuần\n" +
        "can-cu:\n" +
        "  - Điều 35 khoản 1 Bộ luật Lao động 45/2019/QH14\n" +
        "hieu-luc-tu: 2021-01-01\n" +
        "tu-khoa: báo trước, thời hạn\n" +
        "---\n" +
        "Bạn báo trước 45 ngày.\n" +
        "\n" +
        "## Chi tiết\n" +
        "Tính cả chủ nhật.\n" +
        "\n" +
        "## Cần làm gì\n" +
        "- Viết đơn.\n" +
        "- Giữ bản sao.\n";

    public static Article Article => ArticleReader.Read("nghi-viec/bao-truoc.md", ArticleText).Article!;

    /// <summary>An article of its own, with wordings and an answer.</summary>
    public static Article ArticleOf(string id, string title, string answer, params string[] questions) => new()
    {
        Id = id,
        Area = "thu",
        Title = title,
        Questions = questions,
        Citations = [new Citation("1/2020/QH1", "Luật Thử", "1")],
        InForceFrom = new DateOnly(2020, 1, 1),
        Answer = answer,
    };

    public static LawCatalogue Catalogue { get; } = new(
    [
        new LawDocument("1/2020/QH1", "Luật Thử", "Luật Thử", new DateOnly(2020, 1, 1)) { Aliases = ["Luật Thử", "LT"], LastArticle = 5, ExtraArticles = ["3a"] },
        new LawDocument("2/2021/NĐ-CP", "Nghị định", "Nghị định cũ", new DateOnly(2021, 1, 1)) { InForceUntil = new DateOnly(2025, 12, 31), ReplacedBy = "3/2026/NĐ-CP", LastArticle = 9 },
    ]);
}
