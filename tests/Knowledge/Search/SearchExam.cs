using ChatBot.Knowledge.Search;

namespace ChatBot.Knowledge.Tests.Search;

/// <summary>Search sits an exam on the questions of tests/questions/exam, which no weight has seen. The bars only go up.</summary>
public class SearchExam(ITestOutputHelper output)
{
    // What a clerk types in three words is often answered by a provision only, and here no statutes are imported.
    private const string NounPhrases = "cum-tu.tsv";

    [Fact]
    public void Search_passes_its_exam() => Sit(it => it != NounPhrases, new Bars(89, 93, 4.5));

    [Fact]
    public void Search_passes_its_exam_in_noun_phrases() => Sit(it => it == NounPhrases, new Bars(78, 82, 9));

    private void Sit(Predicate<string> files, Bars bars)
    {
        var marks = Questions(files).Select(it => new Mark(it.Text, it.Gold, Shared.Ask(it.Text))).ToList();
        var missed = string.Join('\n', marks.Where(it => !it.Offered).Select(it => $"{it.Outcome.GetType().Name} {it.FirstId} ≠ {string.Join('|', it.Gold)}: {it.Text}"));
        var first = Percent(marks, it => it.First);
        var offered = Percent(marks, it => it.Offered);
        var wrong = Percent(marks, it => it.Outcome is Outcome.Answer && !it.First);
        output.WriteLine($"{marks.Count} questions: first right {first:0.0} %, right offered {offered:0.0} %, wrongly answered {wrong:0.0} %\n{missed}");

        Assert.True(marks.Count >= 400, "The question lists are missing.");
        Assert.True(first >= bars.FirstRight, $"first right {first:0.0} %, the bar is {bars.FirstRight}. Missed:\n{missed}");
        Assert.True(offered >= bars.RightOffered, $"right offered {offered:0.0} %, the bar is {bars.RightOffered}. Missed:\n{missed}");
        Assert.True(wrong <= bars.WronglyAnswered, $"wrongly answered {wrong:0.0} %, the bar is {bars.WronglyAnswered}. Missed:\n{missed}");
    }

    [Fact]
    public void Every_article_is_found_by_most_of_its_own_wordings()
    {
        var lost = Shared.Shipped.Articles.Where(it => it.Sensitive is null && it.InForceOn(Shared.Today))
            .Where(article => article.Questions.Count(it => Ids(Shared.Ask(it)).Contains(article.Id)) < article.Questions.Count * 0.8)
            .Select(it => it.Id).ToList();

        Assert.True(lost.Count == 0, string.Join('\n', lost));
    }

    private static IEnumerable<(string Text, string[] Gold)> Questions(Predicate<string> files) => Directory.GetFiles(Shared.Folder("tests/questions/exam"), "*.tsv").Where(it => files(Path.GetFileName(it)))
        .SelectMany(file => File.ReadLines(file).Skip(1).Select(it => it.Split('\t')).Where(it => it.Length >= 2))
        .Select(it => (it[0], it[1].Split('|', StringSplitOptions.TrimEntries)));

    private static double Percent(List<Mark> marks, Func<Mark, bool> good) => 100.0 * marks.Count(good) / Math.Max(1, marks.Count);

    private static IReadOnlyList<string> Ids(Outcome outcome) => [.. Entries(outcome).Select(it => it.Id)];

    private static IReadOnlyList<Entry> Entries(Outcome outcome) => outcome switch
    {
        Outcome.Answer answer => [answer.Best.Entry],
        Outcome.Choices choices => [.. choices.Offered.Select(it => it.Entry)],
        Outcome.Person { Article: { } article } => [new Entry.Ours(article)],
        _ => [],
    };

    /// <summary>Percent of all questions: the first article offered is right; the right one is answered or offered; the answer is wrong.</summary>
    private sealed record Bars(double FirstRight, double RightOffered, double WronglyAnswered);

    private sealed record Mark(string Text, string[] Gold, Outcome Outcome)
    {
        public bool First => Entries(Outcome).Take(1).Any(IsRight);

        public bool Offered => Entries(Outcome).Any(IsRight);

        public string FirstId => Entries(Outcome) is [var first, ..] ? first.Id : "-";

        private bool IsRight(Entry entry) => entry.Citations.Any(it => Gold.Contains($"{it.Law}:{it.Article}"));
    }
}
