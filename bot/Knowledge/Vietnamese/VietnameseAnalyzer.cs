using Lucene.Net.Analysis;

namespace ChatBot.Knowledge.Vietnamese;

/// <summary>Makes index terms: syllables, and each pair of neighbours as one term (<c>bảo bảo_hiểm hiểm</c>).</summary>
/// <param name="folded">True for terms without accents.</param>
public sealed class VietnameseAnalyzer(bool folded) : Analyzer
{
    /// <summary>The same terms without Lucene's streams, in the same order.</summary>
    public IReadOnlyList<string> Terms(string text)
    {
        using var stream = GetTokenStream("", text);
        var term = stream.GetAttribute<Lucene.Net.Analysis.TokenAttributes.ICharTermAttribute>();
        var terms = new List<string>();
        stream.Reset();
        while (stream.IncrementToken())
            terms.Add(term.ToString()!);
        stream.End();
        return terms;
    }

    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var syllables = new SyllableTokenizer(reader);
        return new TokenStreamComponents(syllables, new BigramFilter(folded ? new FoldFilter(syllables) : syllables));
    }
}
