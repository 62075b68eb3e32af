using System.CommandLine;
using ChatBot.Web.Channels.Messenger;
using ChatBot.Web.Channels.Terminal;
using ChatBot.Web.Data.Knowledge;

namespace ChatBot.Web.Editors;

/// <summary>The command line: without a command the program serves, with one it does that and ends.</summary>
public static class Commands
{
    /// <param name="serve">What to do without a command.</param>
    public static RootCommand Make(string[] args, Func<CancellationToken, Task<int>> serve)
    {
        // Settings may stand on the command line as well (--Messenger:AppId=…): they are the host's to read.
        var root = new RootCommand("Trợ lý tự động của Công đoàn. Không kèm lệnh: chạy chương trình.") { TreatUnmatchedTokensAsErrors = false };
        root.SetAction((given, token) => given.UnmatchedTokens is [{ } word, ..] && !word.StartsWith('-') ? Unknown(word, root) : serve(token));
        foreach (var command in (Command[])[Chat(args), Ask(args), Measure(args), Check(), ImportLaw(args), Export(args), Profile(args)])
        {
            command.TreatUnmatchedTokensAsErrors = false;
            root.Subcommands.Add(command);
        }

        return root;
    }

    // A mistyped command must not start the program.
    private static async Task<int> Unknown(string word, RootCommand root)
    {
        await Console.Error.WriteLineAsync($"Không có lệnh '{word}'. Có: {string.Join(", ", root.Subcommands.Select(it => it.Name))}.");
        return 2;
    }

    private static Command Chat(string[] args)
    {
        var command = new Command("chat", "Trò chuyện với bot ngay trong cửa sổ này.");
        command.SetAction((_, token) => CommandHost.Run(args, (services, cancel) =>
            new TerminalChat(services.GetRequiredService<KnowledgeBase>().Bot, services.GetRequiredService<TimeProvider>()).Talk(Console.In, Console.Out, cancel), token));
        return command;
    }

    private static Command Ask(string[] args)
    {
        var question = new Argument<string>("câu-hỏi") { Description = "Câu hỏi, trong dấu ngoặc kép." };
        var why = new Option<bool>("--why") { Description = "Giải thích thứ hạng." };
        var command = new Command("ask", "Hỏi một câu, in câu trả lời dạng JSON.") { question, why };
        command.SetAction((given, token) => CommandHost.Run(args, (services, _) =>
            QuestionCommands.Ask(services, given.GetRequiredValue(question), given.GetValue(why), Console.Out), token));
        return command;
    }

    private static Command Measure(string[] args)
    {
        var file = new Argument<string>("tệp.jsonl") { Description = "Mỗi dòng một câu hỏi: {\"id\":…,\"question\":…}." };
        var command = new Command("measure", "Chấm bot trên một tệp câu hỏi.") { file };
        command.SetAction((given, token) => CommandHost.Run(args, (services, _) =>
            QuestionCommands.Measure(services, given.GetRequiredValue(file), Console.Out), token));
        return command;
    }

    private static Command Check()
    {
        var folder = new Argument<string>("thư-mục") { DefaultValueFactory = _ => "knowledge-base", Description = "Thư mục kho kiến thức." };
        var command = new Command("check", "Đọc mọi bài, báo mọi lỗi kèm tệp và dòng.") { folder };
        command.SetAction((given, _) => FileCommands.Check(given.GetRequiredValue(folder), TimeProvider.System, Console.Out));
        return command;
    }

    private static Command ImportLaw(string[] args)
    {
        var files = new Argument<string[]>("tệp") { Arity = ArgumentArity.OneOrMore, Description = "Văn bản luật: .docx, .html, .txt hoặc .json." };
        var command = new Command("import-law", "Đưa toàn văn văn bản luật vào cơ sở dữ liệu.") { files };
        // Settings behind the files are the host's to read.
        command.SetAction((given, token) => CommandHost.Run(args, (services, cancel) =>
            LawImport.Run(services, [.. given.GetRequiredValue(files).Where(it => !it.StartsWith("--", StringComparison.Ordinal))], Console.Out, cancel), token));
        return command;
    }

    private static Command Export(string[] args)
    {
        var folder = new Argument<string>("thư-mục") { Description = "Nơi ghi các bài đã xuất bản." };
        var command = new Command("export", "Ghi các bài đã xuất bản ra tệp.") { folder };
        command.SetAction((given, token) => CommandHost.Run(args, (services, cancel) =>
            FileCommands.Export(services, given.GetRequiredValue(folder), Console.Out, cancel), token));
        return command;
    }

    private static Command Profile(string[] args)
    {
        var page = new Option<string?>("--page") { Description = "Chỉ Trang này; không ghi thì mọi Trang trong cài đặt." };
        var command = new Command("messenger-profile", "Đặt lời chào, nút Bắt đầu, menu và câu gợi ý của Trang Facebook.") { page };
        command.SetAction((given, token) => MessengerProfile.Run(args, given.GetValue(page), Console.Out, token));
        return command;
    }
}
