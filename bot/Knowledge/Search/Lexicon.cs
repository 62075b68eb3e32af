using ChatBot.Knowledge.Vietnamese;

namespace ChatBot.Knowledge.Search;

/// <summary>The words editors keep in <c>_lexicon/</c>.</summary>
public sealed record Lexicon
{
    /// <summary>The kind of a question that the bot answers, and of a message that is no matter of ours.</summary>
    public const string Ordinary = "binh-thuong", Elsewhere = "ngoai-pham-vi";

    public static Lexicon Empty { get; } = new();

    public Shorthand Shorthand { get; init; } = Shorthand.Empty;

    /// <summary>Phrases that mean the same to a worker; near words that must not be mixed lie in different groups.</summary>
    public IReadOnlyList<SynonymGroup> Synonyms { get; init; } = [];

    /// <summary>What may be asked about a matter: how long, how much, which papers, what fine.</summary>
    public IReadOnlyList<SynonymGroup> Aspects { get; init; } = [];

    /// <summary>Greetings and fillers that say nothing about the matter.</summary>
    public IReadOnlyList<string> SmallTalk { get; init; } = [];

    /// <summary>Messages as people write them, each with what it is: the name of a group of <see cref="Sensitive"/>, <see cref="Ordinary"/> or <see cref="Elsewhere"/>.</summary>
    public IReadOnlyList<SynonymGroup> Examples { get; init; } = [];

    /// <summary>What a person must answer.</summary>
    public IReadOnlyList<PhraseGroup> Sensitive { get; init; } = [];

    /// <summary>What is no matter of ours.</summary>
    public IReadOnlyList<PhraseGroup> OutOfScope { get; init; } = [];
}

/// <summary>Phrases that mean the same, or messages of one kind.</summary>
public sealed record SynonymGroup(string Name, IReadOnlyList<string> Phrases);

/// <summary>A topic known by its phrases.</summary>
/// <param name="Reason">One sentence in Vietnamese: why a person answers, or why it is not ours.</param>
/// <param name="When">The topic is there when one of these fits…</param>
/// <param name="Except">…and none of these does.</param>
public sealed record PhraseGroup(string Name, string Reason, IReadOnlyList<PhrasePattern> When, IReadOnlyList<PhrasePattern> Except)
{
    /// <summary>The ids of the articles of which the nearest is said until somebody comes.</summary>
    public IReadOnlyList<string> Articles { get; init; } = [];

    public bool Fits(PhraseText text) => When.Any(it => it.Fits(text)) && !Except.Any(it => it.Fits(text));
}

/// <summary>Phrases that must all stand in a text, each in one of its variants: <c>công nhân | anh em + đang đình công</c>.</summary>
/// <remarks>A phrase behind <c>=</c> is only found where its accents are typed.</remarks>
public sealed record PhrasePattern(IReadOnlyList<IReadOnlyList<PhraseText>> Parts)
{
    public static PhrasePattern Parse(string text) => new([.. text.Split('+')
        .Select(part => part.Split('|').Select(it => new PhraseText(it) { OnlyAccented = it.TrimStart().StartsWith('=') }).Where(it => it.Length > 0).ToList())]);

    public bool Fits(PhraseText text) => Parts.All(part => part.Any(text.Contains));
}
