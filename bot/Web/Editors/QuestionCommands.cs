using System.Text.Encodings.Web;
using System.Text.Json;
using ChatBot.Knowledge.Search;
using ChatBot.Talk.Handoff;
using ChatBot.Web.Data.Knowledge;

namespace ChatBot.Web.Editors;

/// <summary>The commands that ask the bot: `ask` one question, `measure` a file of them.</summary>
public static class QuestionCommands
{
    private static readonly JsonSerializerOptions Line = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSerializerOptions Page = new(Line) { WriteIndented = true };

    /// <summary>One answer as JSON; with <paramref name="why"/> the ranking explained under it.</summary>
    public static async Task<int> Ask(IServiceProvider services, string question, bool why, TextWriter output)
    {
        var knowledge = services.GetRequiredService<KnowledgeBase>();
        var clock = services.GetRequiredService<TimeProvider>();
        await output.WriteLineAsync(new Exam(knowledge.Bot, clock).Ask(question).ToJson(null).ToJsonString(Page));
        if (why && knowledge.Answering is { } answering)
            await output.WriteLineAsync(answering.Explain(new Question(question, OfficeHours.DayOf(clock.GetUtcNow()))));
        return 0;
    }

    /// <summary>One JSON object a line for each question of <paramref name="file"/>, at the end the summary. A line that cannot be read is told on standard error and left out.</summary>
    /// <returns>0; 1 when a line was left out; 2 when the file cannot be read.</returns>
    public static async Task<int> Measure(IServiceProvider services, string file, TextWriter output)
    {
        if (await Lines(file) is not { } lines)
            return 2;

        var exam = new Exam(services.GetRequiredService<KnowledgeBase>().Bot, services.GetRequiredService<TimeProvider>());
        exam.Ask("nghỉ việc báo trước bao lâu"); // the first question pays for compiling, and is no measure of the others
        var score = new ExamScore();
        var skipped = 0;
        foreach (var (number, line) in lines.Index().Where(it => it.Item.Length > 0))
        {
            if (await Read(file, number + 1, line) is not { } question)
            {
                skipped++;
                continue;
            }

            var answer = exam.Ask(question.Question);
            var json = answer.ToJson(question.Id);
            json["right"] = score.Mark(question, answer);
            await output.WriteLineAsync(json.ToJsonString(Line));
        }

        await output.WriteLineAsync(score.Summary().ToJsonString(Line));
        return skipped == 0 ? 0 : 1;
    }

    private static async Task<string[]?> Lines(string file)
    {
        try
        {
            return await File.ReadAllLinesAsync(file);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"Không đọc được {file}: {trouble.Message}");
            return null;
        }
    }

    private static async Task<ExamQuestion?> Read(string file, int number, string line)
    {
        try
        {
            return ExamQuestion.Read(line);
        }
        catch (JsonException trouble)
        {
            await Console.Error.WriteLineAsync($"{file}:{number}: không đọc được dòng này ({trouble.Message})");
            return null;
        }
    }
}
