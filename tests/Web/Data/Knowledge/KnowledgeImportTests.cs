using System.Text;
using ChatBot.Web.Data.Knowledge;
using ChatBot.Web.Data.Rows;
using ChatBot.Web.Editors;
using ChatBot.Web.Tests.Houses;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Tests.Data.Knowledge;

public sealed class KnowledgeImportTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("chatbot-articles-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnEveryDatabase]
    public async Task A_newer_file_replaces_an_article_nobody_has_touched(Database database)
    {
        await using var house = await House.Open(database);
        Write("nghi-viec", "bao-truoc", "Câu cũ.");
        await Import(house);
        Write("nghi-viec", "bao-truoc", "Câu mới.");

        var report = await Import(house);

        Assert.Equal(1, report.Renewed);
        Assert.Contains("Câu mới.", (await Row(house, "bao-truoc")).Source, StringComparison.Ordinal);
    }

    [Theory, OnEveryDatabase]
    public async Task An_article_an_editor_has_changed_is_never_overwritten_and_the_new_file_waits_beside_it(Database database)
    {
        await using var house = await House.Open(database);
        Write("nghi-viec", "bao-truoc", "Câu cũ.");
        await Import(house);
        await Edit(house, "bao-truoc", "Lời của biên tập viên.");
        Write("nghi-viec", "bao-truoc", "Câu mới.");

        var report = await Import(house);

        var row = await Row(house, "bao-truoc");
        Assert.Equal(1, report.Proposed);
        Assert.Equal("Lời của biên tập viên.", row.Source);
        Assert.Contains("Câu mới.", row.Proposed, StringComparison.Ordinal);
        Assert.False((await Import(house)).Changed);
    }

    [Fact]
    public async Task An_article_whose_file_is_gone_goes_unless_an_editor_has_changed_it()
    {
        await using var house = await House.Open(Database.Sqlite);
        foreach (var id in (string[])["giu-lai", "da-sua", "bo-di"])
            Write("nghi-viec", id, "Câu.");
        await Import(house);
        await Edit(house, "da-sua", "Lời của biên tập viên.");
        File.Delete(Path.Combine(folder, "nghi-viec", "da-sua.md"));
        File.Delete(Path.Combine(folder, "nghi-viec", "bo-di.md"));

        Assert.Equal(1, (await Import(house)).Removed);
        Assert.Equal(["da-sua", "giu-lai"], await house.Read(db => db.Articles.OrderBy(it => it.Id).Select(it => it.Id).ToListAsync()));
    }

    [Fact]
    public async Task An_empty_folder_takes_nothing_away()
    {
        await using var house = await House.Open(Database.Sqlite);
        Write("nghi-viec", "bao-truoc", "Câu.");
        await Import(house);
        Directory.Delete(Path.Combine(folder, "nghi-viec"), recursive: true);

        Assert.False((await Import(house)).Changed);
    }

    [Fact]
    public async Task A_broken_file_is_told_with_its_line_keeps_what_was_there_and_holds_nothing_up()
    {
        await using var house = await House.Open(Database.Sqlite);
        Write("nghi-viec", "bao-truoc", "Câu.");
        await Import(house);
        File.WriteAllText(Path.Combine(folder, "nghi-viec", "bao-truoc.md"), "không có phần đầu");
        Write("nghi-viec", "moi", "Câu.");

        var report = await Import(house);

        Assert.Equal(1, report.Added);
        Assert.Contains(report.Mistakes, it => it.ToString().StartsWith("nghi-viec/bao-truoc.md:1:", StringComparison.Ordinal));
        Assert.Contains("Câu.", (await Row(house, "bao-truoc")).Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_files_of_one_name_are_a_mistake()
    {
        await using var house = await House.Open(Database.Sqlite);
        Write("nghi-viec", "bao-truoc", "Câu.");
        Write("tien-luong", "bao-truoc", "Câu.");

        Assert.Contains((await Import(house)).Mistakes, it => it.Message.Contains("trùng tên", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_nobody_touched_is_exported_byte_for_byte()
    {
        await using var house = await House.Open(Database.Sqlite);
        var text = Article("Câu.").Replace("\n", "\r\n", StringComparison.Ordinal);
        Directory.CreateDirectory(Path.Combine(folder, "nghi-viec"));
        byte[] bytes = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)];
        File.WriteAllBytes(Path.Combine(folder, "nghi-viec", "bao-truoc.md"), bytes);
        await Import(house);
        var target = Path.Combine(folder, "_ra");

        await FileCommands.Export(house.Get<IServiceProvider>(), target, TextWriter.Null, Cancel);

        Assert.Equal(bytes, await File.ReadAllBytesAsync(Path.Combine(target, "nghi-viec", "bao-truoc.md"), Cancel));
    }

    [Fact]
    public async Task What_was_published_meanwhile_is_answered_from_without_a_new_start()
    {
        await using var house = await House.Open(Database.Sqlite, plan => plan.Bot = null);
        Write("nghi-viec", "bao-truoc", "Bạn báo trước 45 ngày.");
        await Import(house);
        house.Get<KnowledgeBase>().Changed();

        await Waiting.Until(() => house.Get<KnowledgeBase>().Content.Articles.Count == 1);
    }

    private Task<ImportReport> Import(House house) => house.Get<KnowledgeImport>().Import(folder, Cancel);

    private static Task<ArticleRow> Row(House house, string id) => house.Read(db => db.Articles.AsNoTracking().SingleAsync(it => it.Id == id));

    private static Task Edit(House house, string id, string text) =>
        house.Read(db => db.Articles.Where(it => it.Id == id).ExecuteUpdateAsync(row => row.SetProperty(it => it.Source, text)));

    private void Write(string area, string id, string answer)
    {
        Directory.CreateDirectory(Path.Combine(folder, area));
        File.WriteAllText(Path.Combine(folder, area, id + ".md"), Article(answer));
    }

    private static string Article(string answer) => $"""
        ---
        tieu-de: Nghỉ việc phải báo trước bao lâu
        cau-hoi:
        {string.Join('\n', Enumerable.Range(1, 8).Select(i => $"  - Nghỉ việc cách {i} thì báo trước mấy ngày?"))}
        can-cu:
          - Điều 35 khoản 1 Bộ luật Lao động 45/2019/QH14
        hieu-luc-tu: 2021-01-01
        ---
        {answer}

        ## Chi tiết
        Thêm.

        """;
}
