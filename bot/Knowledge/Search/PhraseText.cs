using ChatBot.Knowledge.Vietnamese;

namespace ChatBot.Knowledge.Search;

/// <summary>A text in which phrases can be looked up, accents counting only where both sides have them.</summary>
public sealed class PhraseText
{
    // Below this share of accented syllables the writer did not bother: in Vietnamese about half carry an accent.
    private const double AccentedShare = 0.2;

    private readonly string accented;
    private readonly string folded;

    public PhraseText(string text)
    {
        var syllables = Syllable.Of(text);
        Length = syllables.Count;
        accented = $" {string.Join(' ', syllables)} ";
        folded = Text.Fold(accented);
        HasAccents = syllables.Count(it => Text.Fold(it) != it) > AccentedShare * Length;
    }

    /// <summary>In syllables.</summary>
    public int Length { get; }

    /// <summary>True when the writer typed accents.</summary>
    public bool HasAccents { get; }

    /// <summary>True for a phrase that is another one without its accents: written <c>=tự vẫn</c>, for <c>tu van</c> is mostly tư vấn.</summary>
    public bool OnlyAccented { get; init; }

    /// <summary>One accented syllable is only found where accents are typed: <c>giam</c> may be giam, giảm or giám.</summary>
    public bool Contains(PhraseText phrase) => HasAccents || phrase.OnlyAccented || (phrase.Length == 1 && phrase.HasAccents)
        ? accented.Contains(phrase.accented, StringComparison.Ordinal)
        : folded.Contains(phrase.folded, StringComparison.Ordinal);
}
