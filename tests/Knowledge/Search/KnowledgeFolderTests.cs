using System.Diagnostics;
using ChatBot.Knowledge.Search;

namespace ChatBot.Knowledge.Tests.Search;

public sealed class KnowledgeFolderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("kien-thuc").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void What_we_ship_has_no_mistake() =>
        Assert.Empty(Shared.ShippedReading.Mistakes.Concat(KnowledgeFolder.Check(Shared.Shipped, Shared.Today)).Select(it => it.ToString()));

    [Fact]
    public void All_files_mistakes_are_told_together_and_the_rest_is_read()
    {
        Write("nghi-viec/bao-truoc.md", Some.ArticleText);
        Write("nghi-viec/sai.md", "không có phần đầu");
        Write("_rates/luong.yaml", "luong: 5");
        Write("_lexicon/nhay-cam.yaml", "- ten: a\n  ly-do: b\n");
        File.WriteAllBytes(Path.Combine(folder, "nghi-viec", "la.md"), [0xFF, 0xFE, 0x00]);

        var (content, mistakes) = KnowledgeFolder.Read(folder);

        Assert.Single(content.Articles);
        Assert.Equal(
            ["_law/van-ban.yaml", "_lexicon/nhay-cam.yaml", "_rates/luong.yaml", "nghi-viec/la.md", "nghi-viec/sai.md"],
            mistakes.Select(it => it.File).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Rules_over_the_content_use_catalogue_and_rates()
    {
        Write("nghi-viec/bao-truoc.md", Some.ArticleText.Replace("45 ngày.", "{luong}."));
        Write("_law/van-ban.yaml", "- so-hieu: 1/2020/QH1\n  ten: Luật Thử\n  hieu-luc-tu: 2020-01-01\n");

        var told = KnowledgeFolder.Check(KnowledgeFolder.Read(folder).Content, Shared.Today).Select(it => it.Message).ToList();

        Assert.Contains(told, it => it.Contains("văn bản 45/2019/QH14 không có"));
        Assert.Contains(told, it => it.Contains("Chưa có số liệu 'luong'"));
    }

    [Fact]
    public void The_index_is_built_in_seconds_even_on_a_busy_machine()
    {
        KnowledgeIndex.Build(Shared.Shipped);
        var watch = Stopwatch.StartNew();

        KnowledgeIndex.Build(Shared.Shipped);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(15), $"{watch.Elapsed}");
    }

    private void Write(string name, string text)
    {
        var file = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
