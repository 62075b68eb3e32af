using ChatBot.Knowledge.Search;

namespace ChatBot.RankingLab;

/// <summary>The rows of one question's candidates, and which of them are right.</summary>
internal sealed record Sample((bool IsProvision, float[] Row, bool Right)[] Rows)
{
    public static Sample Of(KnowledgeIndex index, Asked asked)
    {
        var evidence = new Evidence(index, index.Reader.Read(asked.Text));
        return new Sample([.. index.Ranking.Order(evidence, index.Answers(Program.Today), echoes: true).Select(it => (it.IsProvision, Row(evidence, it), asked.IsRight(index.EntryOf(it))))]);
    }

    /// <summary>What the confidence of a question's ranking looks at, and whether its first is right; null when nothing is found.</summary>
    public static (float[] Signs, bool Right)? Certainty(KnowledgeIndex index, Asked asked)
    {
        var evidence = new Evidence(index, index.Reader.Read(asked.Text));
        var order = index.Ranking.Order(evidence, index.Answers(Program.Today));
        return order.Count == 0 ? null : (ConfidenceSigns.Of(order, evidence), asked.IsRight(index.EntryOf(order[0])));
    }

    private static float[] Row(Evidence evidence, Scored it) => it.IsProvision ? evidence.Provisions[it.Place] : evidence.Articles[it.Place];
}
