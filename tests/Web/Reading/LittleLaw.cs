using System.Text;
using ChatBot.Knowledge.Law;
using ChatBot.Web.Data.Knowledge;
using ChatBot.Web.Tests.Houses;

namespace ChatBot.Web.Tests.Reading;

/// <summary>A house with the articles of the talks and two small laws of our own, under numbers the catalogue knows.</summary>
public sealed class LittleLaw : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("chatbot-reading-").FullName;

    internal House House { get; private set; } = null!;

    public HttpClient Http { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Copy(LittleKnowledge.Folder);
        Copy(Path.Combine(Repository.Root, "tests", "conversations", "kho"));
        await File.WriteAllTextAsync(Path.Combine(folder, "nghi-viec", "la.md"), Strange);
        House = await House.Open(Database.Sqlite, plan => (plan.Settings["Knowledge:Folder"], plan.Bot) = (folder, null));
        Http = new HttpClient { BaseAddress = new Uri(House.Address) };
        foreach (var json in (string[])[Code, Decree, Old])
        {
            var reading = StatuteReader.Read("luat.json", Encoding.UTF8.GetBytes(json), House.Get<KnowledgeBase>().Content.Catalogue);
            await House.Get<StatuteStore>().Keep(reading.Statute!, CancellationToken.None);
        }

        House.Get<KnowledgeBase>().Changed();
        await Waiting.Until(() => House.Get<KnowledgeBase>().Content.Statutes.Count == 3);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await House.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private const string Code = """
        { "number": "45/2019/QH14", "partial": true, "note": "Bản thử <b>để đọc</b>.", "articles": [
          { "article": "34", "heading": "Trước", "chapter": "Chương III - HỢP ĐỒNG", "section": "Mục 3. CHẤM DỨT", "text": "Một đoạn." },
          { "article": "35", "heading": "Nghỉ việc <script>", "chapter": "Chương III - HỢP ĐỒNG", "section": "Mục 3. CHẤM DỨT", "text": "Được nghỉ:\n1. Báo trước:\na) 45 ngày;\nđ) 30 ngày.\n2. Bảng:\nLoại | Ngày\nDài | 45\nNgắn | 30",
            "amendment_notes": ["Khoản 2 đã sửa."], "update_notes": ["Có quy định mới."], "original_text": "Lời cũ." },
          { "article": "36", "heading": "Sau", "chapter": "Chương IV", "text": "Tiền | = | lương | x | 150%" } ] }
        """;

    private const string Decree = """
        { "number": "293/2025/NĐ-CP", "partial": true, "articles": [ { "article": "3", "heading": "Mức", "text": "Xem phụ lục." } ], "appendix": "PHỤ LỤC\nVÙNG\n1. Tỉnh Thử\n- Vùng I." }
        """;

    private const string Old = """{ "number": "12/2022/NĐ-CP", "partial": true, "articles": [ { "article": "17", "heading": "Phạt cũ", "text": "Phạt." } ] }""";

    private const string Strange = """
        ---
        tieu-de: Bài <i>lạ</i>
        cau-hoi:
          - câu lạ một
          - câu lạ hai
          - câu lạ ba
          - câu lạ bốn
          - câu lạ năm
          - câu lạ sáu
          - câu lạ bảy
          - câu lạ tám
        can-cu:
          - Điều 999 Luật Không Có 9/1999/QH9
        hieu-luc-tu: 2021-01-01
        ---
        **Đậm** và {khong-co-so-nay}.
        """;

    private void Copy(string from)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }
}
