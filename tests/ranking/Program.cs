using System.Globalization;
using ChatBot.Knowledge.Search;

namespace ChatBot.RankingLab;

/// <summary>Fits the ranking, shows how far its confidence can be believed, and how fast it is.</summary>
internal static class Program
{
    /// <summary>Laws and rates are those of this day, so that every run gives the same.</summary>
    public static readonly DateOnly Today = new(2026, 11, 26);

    public static int Main(string[] args)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var statutes = args is [.., "--statutes", var folder] ? folder : null;
        var content = KnowledgeFolder.Read(Path.Combine(Repository.Root, "knowledge-base")).Content;
        if (statutes is not null)
            content = content with { Provisions = Asked.Statutes(statutes, content.Catalogue) };
        return args switch
        {
            ["fit", ..] => Fitting.Print(content),
            ["reliability", ..] => Reliability.Print(content),
            ["spellings", ..] => Spellings.Print(content),
            ["messages", var file, ..] => Messages.Print(content, file),
            ["why", var question, ..] => Explain(content, question),
            ["speed", ..] when statutes is not null => Speed.Print(content, [.. Asked.Fit().Select(it => it.Text)]),
            _ => Help(),
        };
    }

    private static int Explain(KnowledgeContent content, string question)
    {
        Console.WriteLine(new Answering(KnowledgeIndex.Build(content)).Explain(new Question(question, Today)));
        return 0;
    }

    private static int Help()
    {
        Console.Error.WriteLine("""
            fit            weights of the signs and of the confidence, for bot/Knowledge/Search/RankingWeights.cs
            reliability    how often the first is right at each confidence, and what each threshold would do; for knowledge-base/_search/nguong.yaml
            spellings      the exam in four spellings
            messages FILE  where each message of a list goes, in four spellings
            why "…"        how one ranking came about
            speed          one question as the knowledge base grows, beside plain BM25

            --statutes FOLDER at the end: with the statute texts (.json) of that folder; `speed` needs them
            """);
        return 2;
    }
}
