using ChatBot.Knowledge.Vietnamese;

namespace ChatBot.Knowledge.Articles;

/// <summary>An article's parts below the header.</summary>
internal sealed record ArticleBody(string Answer, string? Details, string? Steps, string? Example)
{
    public const string DetailsTitle = "Chi tiết", StepsTitle = "Cần làm gì", ExampleTitle = "Ví dụ";

    private static readonly string[] Titles = [DetailsTitle, StepsTitle, ExampleTitle];

    /// <param name="linesBefore">Lines of the file above the body.</param>
    public static ArticleBody Read(string file, string text, int linesBefore, List<Mistake> mistakes)
    {
        var parts = new Dictionary<string, List<string>> { [""] = [] };
        var current = parts[""];
        foreach (var (number, line) in text.Split('\n').Index())
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
                current = Begin(line[3..].Trim(), linesBefore + number + 1);
            else
                current.Add(line);
        }

        return new ArticleBody(Part("") ?? "", Part(DetailsTitle), Part(StepsTitle), Part(ExampleTitle));

        List<string> Begin(string title, int line)
        {
            title = Text.Normalize(title);
            if (!Titles.Contains(title))
                mistakes.Add(new Mistake(file, line, $"phần '## {title}' không có, chỉ dùng: {string.Join(", ", Titles.Select(it => "## " + it))}"));
            else if (parts.ContainsKey(title))
                mistakes.Add(new Mistake(file, line, $"phần '## {title}' đứng hai lần"));
            return parts[title] = [];
        }

        string? Part(string title) => parts.TryGetValue(title, out var lines) && string.Join('\n', lines).Trim() is { Length: > 0 } some
            ? some.Normalize()
            : null;
    }
}
