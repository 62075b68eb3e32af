using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace ChatBot.Knowledge.Vietnamese;

/// <summary>Gives Lucene the syllables of a text.</summary>
internal sealed class SyllableTokenizer : Tokenizer
{
    private readonly ICharTermAttribute term;
    private IReadOnlyList<string> syllables = [];
    private int next;

    public SyllableTokenizer(TextReader reader)
        : base(reader) => term = AddAttribute<ICharTermAttribute>();

    public override void Reset()
    {
        base.Reset();
        // Lucene's reader gives null, not "", for an empty text.
        syllables = Syllable.Of(m_input.ReadToEnd() ?? "");
        next = 0;
    }

    public override bool IncrementToken()
    {
        if (next == syllables.Count)
            return false;

        ClearAttributes();
        term.SetEmpty().Append(syllables[next++]);
        return true;
    }
}

/// <summary>Drops the accents of each syllable.</summary>
internal sealed class FoldFilter : TokenFilter
{
    private readonly ICharTermAttribute term;

    public FoldFilter(TokenStream input)
        : base(input) => term = AddAttribute<ICharTermAttribute>();

    public override bool IncrementToken()
    {
        if (!m_input.IncrementToken())
            return false;

        var folded = Text.Fold(term.ToString()!);
        term.SetEmpty().Append(folded);
        return true;
    }
}

/// <summary>Puts after each syllable the pair it makes with the next one, at the same position.</summary>
internal sealed class BigramFilter : TokenFilter
{
    private readonly ICharTermAttribute term;
    private readonly IPositionIncrementAttribute step;
    private string first = "";
    private string? waiting;
    private bool pairDue;

    public BigramFilter(TokenStream input)
        : base(input)
    {
        term = AddAttribute<ICharTermAttribute>();
        step = AddAttribute<IPositionIncrementAttribute>();
    }

    public override void Reset()
    {
        base.Reset();
        waiting = null;
        pairDue = false;
    }

    // One syllable is read ahead: it is what makes the pair, and the next to come out.
    public override bool IncrementToken()
    {
        if (pairDue)
            return Emit(Pair(), 0);

        var current = waiting ?? Read();
        if (current is null)
            return false;

        waiting = Read();
        pairDue = waiting is not null;
        first = current;
        return Emit(current, 1);
    }

    private string Pair()
    {
        pairDue = false;
        return $"{first}_{waiting}";
    }

    private string? Read() => m_input.IncrementToken() ? term.ToString() : null;

    private bool Emit(string text, int increment)
    {
        ClearAttributes();
        term.SetEmpty().Append(text);
        step.PositionIncrement = increment;
        return true;
    }
}
