using ChatBot.Knowledge.Search;
using ChatBot.Knowledge.Tests.Search;

namespace ChatBot.RankingLab;

/// <summary>Asks the exam's accented questions in four spellings.</summary>
internal static class Spellings
{
    public static int Print(KnowledgeContent content)
    {
        var answering = new Answering(KnowledgeIndex.Build(content));
        var asked = Asked.Exam().Where(it => new PhraseText(it.Text).HasAccents).ToList();
        foreach (var (way, write) in Spelled.Ways)
        {
            var right = asked.Count(it => First(answering.Ask(new Question(write(it.Text), Program.Today))) is { } first && it.IsRight(first));
            Console.WriteLine($"{way}: first right {right} of {asked.Count}, {100.0 * right / asked.Count:0.0} %");
        }

        return 0;
    }

    private static Entry? First(Outcome outcome) => outcome switch
    {
        Outcome.Answer it => it.Best.Entry,
        Outcome.Choices it => it.Offered[0].Entry,
        Outcome.NoMatch { Nearest: [var nearest, ..] } => nearest.Entry,
        _ => null,
    };
}
