using System.Text.RegularExpressions;
using ChatBot.Knowledge.Vietnamese;

namespace ChatBot.Knowledge.Search;

/// <summary>Reads what was typed: keys without input method, shorthand, slips, small talk, long stories.</summary>
internal sealed partial class QuestionReader(Lexicon lexicon, Concepts concepts, Aspects aspects, Spelling spelling)
{
    /// <summary>A pair says more than its syllables do, but is also rarer, and rarity already counts.</summary>
    public const float PairWeight = 0.7f;

    // Longer texts tell a story around the question.
    private const int StorySyllables = 30;
    private const float StoryWeight = 0.5f;

    // A phrase behind "=" is small talk only where accents are typed: "nha" without them is mostly nhà.
    private readonly HashSet<string> accentedTalk = [.. lexicon.SmallTalk.Select(Joined)];
    private readonly HashSet<string> foldedTalk = [.. lexicon.SmallTalk.Where(it => !it.StartsWith('=')).Select(it => Text.Fold(Joined(it)))];
    private readonly int longestTalk = lexicon.SmallTalk.Select(it => Syllable.Of(it).Count).DefaultIfEmpty(0).Max();

    public Wanted Read(string typed)
    {
        var (text, hasAccents) = WrittenOut(typed, lexicon.Shorthand);
        var phrases = new PhraseText(text);
        var sentences = Sentences().Split(text).Select(it => (IsQuestion: Asking().IsMatch(Text.Fold(it)), Syllables: WithoutTalk(it, hasAccents)))
            .Where(it => it.Syllables.Count > 0).ToList();
        var isStory = sentences.Sum(it => it.Syllables.Count) > StorySyllables && sentences.Any(it => it.IsQuestion);
        var asking = sentences.Where(it => it.IsQuestion).ToList();

        var (whole, focus) = (new Terms(), new Terms());
        foreach (var (isQuestion, syllables) in sentences)
            Add(whole, syllables, isStory && !isQuestion ? StoryWeight : 1, hasAccents);
        foreach (var (_, syllables) in asking)
            Add(focus, syllables, 1, hasAccents);

        var wanted = Of(whole, text, phrases);
        return asking.Count == 0 || asking.Count == sentences.Count ? wanted : wanted with { Focus = Of(focus, text, phrases), Aspects = focus.Aspects };
    }

    private static Wanted Of(Terms terms, string text, PhraseText phrases) => new()
    {
        Text = text,
        Phrases = phrases,
        Folded = terms.Folded,
        Accented = terms.Accented,
        Concepts = terms.Concepts,
        Aspects = terms.Aspects,
    };

    /// <summary>The form in which questions and wordings meet; without accents when none were typed, though shorthand stands for accented words.</summary>
    public static (string Text, bool HasAccents) WrittenOut(string typed, Shorthand shorthand)
    {
        var read = RawKeys.Read(Placeholders().Replace(Text.Normalize(typed), " "));
        var hasAccents = new PhraseText(read).HasAccents;
        var text = shorthand.Expand(read);
        return (hasAccents ? text : Text.Fold(text), hasAccents);
    }

    private void Add(Terms found, List<string> syllables, float weight, bool hasAccents)
    {
        var folded = syllables.SelectMany(it => spelling.Mend(Text.Fold(it)).Split(' ')).ToList();
        AddTerms(found.Folded, folded, weight);
        if (hasAccents)
            AddTerms(found.Accented, syllables, weight);

        found.Aspects |= aspects.Of(hasAccents ? syllables : folded, hasAccents);
        foreach (var concept in concepts.Find(hasAccents ? syllables : folded, hasAccents))
            found.Concepts[concept] = Math.Max(weight, found.Concepts.GetValueOrDefault(concept));
    }

    private static void AddTerms(Dictionary<string, float> terms, List<string> syllables, float weight)
    {
        foreach (var syllable in syllables)
            terms[syllable] = Math.Max(weight, terms.GetValueOrDefault(syllable));
        foreach (var (first, second) in syllables.Zip(syllables.Skip(1)))
            terms[$"{first}_{second}"] = Math.Max(weight * PairWeight, terms.GetValueOrDefault($"{first}_{second}"));
    }

    private List<string> WithoutTalk(string sentence, bool hasAccents)
    {
        var all = Syllable.Of(sentence);
        var kept = new List<string>();
        for (var i = 0; i < all.Count;)
        {
            var talk = Enumerable.Range(1, Math.Min(longestTalk, all.Count - i)).Reverse()
                .FirstOrDefault(length => IsTalk(string.Join(' ', all.Skip(i).Take(length)), hasAccents));
            if (talk == 0)
                kept.Add(all[i]);
            i += Math.Max(talk, 1);
        }

        // A message of greetings only is still a message.
        return kept.Count > 0 ? kept : [.. all];
    }

    private bool IsTalk(string phrase, bool hasAccents) => foldedTalk.Contains(phrase) || (hasAccents && accentedTalk.Contains(phrase));

    private static string Joined(string phrase) => string.Join(' ', Syllable.Of(phrase));

    private sealed class Terms
    {
        public Dictionary<string, float> Folded { get; } = [];

        public Dictionary<string, float> Accented { get; } = [];

        public Dictionary<string, float> Concepts { get; } = [];

        public ulong Aspects { get; set; }
    }

    [GeneratedRegex(@"(?<=[?!;\n])|(?<=\p{Ll}{2,}\s?\.)\s+")]
    private static partial Regex Sentences();

    [GeneratedRegex(@"\?|bao nhieu|bao lau|\bmay (?:ngay|thang|nam|gio|tien|lan)|the nao|ra sao|lam sao|lam gi|lam the nao|\bkhong a?\b\s*$|(?:co|duoc|phai|dung) (?:\w+ ){0,6}khong\b|la gi|hay khong|cho (?:em|toi|minh|con|chau|hoi)|o dau|khi nao|bao gio|tai sao|vi sao|the co|\bgi a?\b\s*$")]
    private static partial Regex Asking();

    [GeneratedRegex(@"\[[^\]\n]{1,20}\]")]
    private static partial Regex Placeholders();
}
