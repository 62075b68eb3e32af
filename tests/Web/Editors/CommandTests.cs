using System.Text.Json.Nodes;
using ChatBot.Web.Channels.Terminal;
using ChatBot.Web.Data.Knowledge;
using ChatBot.Web.Editors;
using ChatBot.Web.Tests.Houses;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ChatBot.Web.Tests.Editors;

/// <summary>The commands, on a small knowledge base of talks.</summary>
public sealed class CommandTests : IAsyncLifetime
{
    private readonly StringWriter screen = new();
    private readonly string folder = Directory.CreateTempSubdirectory("chatbot-commands-").FullName;
    private House house = null!;

    public async ValueTask InitializeAsync()
    {
        Copy(LittleKnowledge.Folder, folder);
        Copy(Path.Combine(Repository.Root, "tests", "conversations", "kho"), folder);
        house = await House.Open(Database.Sqlite, plan => plan.Settings["Knowledge:Folder"] = folder);
    }

    public async ValueTask DisposeAsync()
    {
        await house.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        screen.Dispose();
    }

    private IServiceProvider Services => house.Get<IServiceProvider>();

    [Fact]
    public async Task Ask_prints_one_object_and_why_explains_it()
    {
        Assert.Equal(0, await QuestionCommands.Ask(Services, "nghỉ việc phải báo trước bao lâu", why: true, screen));

        Assert.Contains("\"kind\": \"answer\"", screen.ToString(), StringComparison.Ordinal);
        Assert.Contains("\"law\": \"45/2019/QH14\"", screen.ToString(), StringComparison.Ordinal);
        Assert.True(screen.ToString().Split("\n}\n")[^1].Length > 20, "the ranking is explained under the object");
    }

    [Fact]
    public async Task Measure_prints_a_line_for_each_question_then_the_summary_by_style()
    {
        var file = Path.Combine(folder, "de.jsonl");
        await File.WriteAllLinesAsync(file,
        [
            """{"id":"q1","question":"nghỉ việc phải báo trước bao lâu","gold":[{"law":"45/2019/QH14","article":"35"}],"law_status":"current","expect":"answer","style":"user"}""",
            """{"id":"q2","question":"nghỉ việc phải báo trước bao lâu","current":[{"law":"45/2019/QH14","article":"36"}],"expect":"answer","style":"user"}""",
            """{"id":"q3","question":"chào bạn","expect":"out_of_scope"}""",
            "",
            "không phải json",
            """{"id":"q4"}""",
        ], TestContext.Current.CancellationToken);

        Assert.Equal(1, await QuestionCommands.Measure(Services, file, screen));

        var lines = screen.ToString().Trim().Split('\n').Select(it => JsonNode.Parse(it)!).ToList();
        Assert.Equal(["q1", "q2", "q3", null], lines.Select(it => (string?)it["id"]));
        Assert.True((bool?)lines[0]["right"]);
        Assert.False((bool?)lines[1]["right"]);
        Assert.Equal("chat", (string?)lines[2]["kind"]);
        Assert.Equal((2, 1, 1), ((int)lines[3]["summary"]!["questions"]!, (int)lines[3]["summary"]!["right"]!, (int)lines[3]["summary"]!["wrong"]!));
        Assert.Equal(2, (int)lines[3]["summary"]!["styles"]!["user"]!["questions"]!);
    }

    [Fact]
    public async Task Measure_says_which_file_cannot_be_read() =>
        Assert.Equal(2, await QuestionCommands.Measure(Services, Path.Combine(folder, "khong-co.jsonl"), screen));

    [Fact]
    public async Task Check_tells_all_mistakes_at_once_with_file_and_line()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "nghi-viec", "hong.md"), "---\ntieu-de: Hỏng\nla: gì\n---\nCâu {khong-co}.\n", TestContext.Current.CancellationToken);

        Assert.Equal(1, await FileCommands.Check(folder, TimeProvider.System, screen));

        var told = screen.ToString().Split('\n').Where(it => it.StartsWith("nghi-viec/hong.md:", StringComparison.Ordinal)).ToList();
        Assert.True(told.Count >= 3, screen.ToString());
    }

    [Fact]
    public async Task Check_looks_at_the_citations_and_numbers_of_a_file_whose_header_is_not_whole_and_sums_up_what_was_replaced()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "nghi-viec", "hong.md"), """
            ---
            cau-hoi:
              - một câu
            can-cu:
              - Điều 17 Nghị định 12/2022/NĐ-CP
              - Điều 999 Bộ luật Lao động 45/2019/QH14
            hieu-luc-tu: 2021-01-01
            ---
            Câu {khong-co}.
            """, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "nghi-viec", "hong-hon.md"), "---\ntieu-de: : [\n---\nCâu {khong-co}.\n", TestContext.Current.CancellationToken);

        Assert.Equal(1, await FileCommands.Check(folder, house.Clock, screen));

        foreach (var told in (string[])
        [
            "nghi-viec/hong.md:2: thiếu dòng 'tieu-de:'", "nghi-viec/hong.md:5: căn cứ 'Điều 17 Nghị định 12/2022/NĐ-CP': văn bản hết hiệu lực từ 10/9/2026, thay bằng 283/2026/NĐ-CP",
            "nghi-viec/hong.md:6: căn cứ 'Điều 999", "nghi-viec/hong.md:9: Chưa có số liệu 'khong-co'", "nghi-viec/hong-hon.md:4: Chưa có số liệu 'khong-co'",
            "Đã hết hiệu lực: Nghị định 12/2022/NĐ-CP từ 10/9/2026, thay bằng 283/2026/NĐ-CP: 1 bài phải sửa.",
        ])
            Assert.Contains(told, screen.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worse_file_does_not_take_the_place_of_a_better_one()
    {
        var (good, bad) = (Path.Combine(folder, "tot.json"), Path.Combine(folder, "hong.txt"));
        await File.WriteAllTextAsync(good, """{"number":"17/2022/UBTVQH15","articles":[{"article":"1","text":"Một."},{"article":"2","text":"Hai."}]}""", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(bad, "Số: 17/2022/UBTVQH15\nĐiều 1. Một\nMột.", TestContext.Current.CancellationToken);

        Assert.Equal(0, await LawImport.Run(Services, [good], screen, TestContext.Current.CancellationToken));
        Assert.Equal(1, await LawImport.Run(Services, [bad], screen, TestContext.Current.CancellationToken));

        Assert.Contains("hong.txt: giữ bản đã có (2 điều)", screen.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, (await house.Get<StatuteStore>().Find("17/2022/UBTVQH15", TestContext.Current.CancellationToken))!.Provisions.Count);
    }

    [Fact]
    public async Task Check_of_no_folder_says_so() => Assert.Equal(2, await FileCommands.Check(Path.Combine(folder, "khong-co"), TimeProvider.System, screen));

    [Fact]
    public async Task Import_law_keeps_a_statute_answers_from_it_and_tells_of_a_file_it_cannot_read()
    {
        var file = Path.Combine(folder, "luat.json");
        await File.WriteAllTextAsync(file, """
            {"number":"74/2025/QH15","title":"Luật Việc làm","type":"Luật","issued":"2025-06-16","effective":"2026-01-01","status":"in_force",
             "articles":[{"article":"1","heading":"Phạm vi","chapter":"Chương I","text":"Văn bản thử về việc làm."}]}
            """, TestContext.Current.CancellationToken);

        Assert.Equal(1, await LawImport.Run(Services, [file, Path.Combine(folder, "khong-co.docx")], screen, TestContext.Current.CancellationToken));
        house.Get<KnowledgeBase>().Changed();

        Assert.Contains("74/2025/QH15: 1 điều", screen.ToString(), StringComparison.Ordinal);
        Assert.Contains("khong-co.docx", screen.ToString(), StringComparison.Ordinal);
        await Waiting.Until(() => house.Get<KnowledgeBase>().Content.Provisions.Count == 1);
        Assert.Equal("Văn bản thử về việc làm.", house.Get<KnowledgeBase>().Content.Provisions[0].Text);
    }

    [Fact]
    public async Task One_can_talk_in_the_terminal()
    {
        using var typed = new StringReader("nghỉ việc phải báo trước bao lâu\nchi tiết\n/thoát\n");

        await new TerminalChat(house.Get<KnowledgeBase>().Bot, house.Clock).Talk(typed, screen, TestContext.Current.CancellationToken);

        Assert.Contains("trợ lý tự động của Công đoàn", screen.ToString(), StringComparison.Ordinal);
        Assert.Contains("[Chi tiết]", screen.ToString(), StringComparison.Ordinal);
        Assert.Contains("Không cần nêu lý do.", screen.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_from_the_root_does_not_swallow_the_setting_behind_it()
    {
        string? connection = null;

        await CommandHost.Run(
            ["import-law", "/thu/luat.json", $"--ConnectionStrings:Chat={house.Plan.Connection}", $"--Knowledge:Folder={folder}"],
            (services, _) => { connection = services.GetRequiredService<IConfiguration>()["ConnectionStrings:Chat"]; return Task.FromResult(0); },
            TestContext.Current.CancellationToken);

        Assert.Equal(house.Plan.Connection, connection);
    }

    [Theory, InlineData("mesure"), InlineData("help")]
    public async Task A_mistyped_command_is_told_and_starts_nothing(string word)
    {
        var served = false;

        var code = await Commands.Make([word], _ => { served = true; return Task.FromResult(0); }).Parse([word]).InvokeAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal((2, false), (code, served));
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }
}
