using ChatBot.Knowledge.Vietnamese;

namespace ChatBot.Knowledge.Search;

/// <summary>Tells what kind of message it is: a question for the bot, something a person must answer, or no matter of ours. Learned from the wordings and the examples of the lexicon.</summary>
internal sealed class MessageKinds
{
    // More wordings than these teach nothing new about what is ordinary.
    private const int MostWordings = 12_000;

    private readonly Classifier? classifier;
    private readonly Dictionary<string, PhraseGroup> groups;

    private MessageKinds(KnowledgeContent content, Classifier? classifier)
    {
        this.classifier = classifier;
        groups = content.Lexicon.Sensitive.DistinctBy(it => it.Name).ToDictionary(it => it.Name);
    }

    public static MessageKinds Learn(KnowledgeContent content, QuestionReader reader)
    {
        if (content.Lexicon.Examples.Count == 0)
            return new MessageKinds(content, null);

        var byArticle = content.Lexicon.Sensitive.SelectMany(group => group.Articles.Select(it => (Article: it, group.Name))).DistinctBy(it => it.Article).ToDictionary(it => it.Article, it => it.Name);
        var wordings = content.Articles.Where(it => it.Sensitive is null || byArticle.ContainsKey(it.Id))
            .SelectMany(article => article.Questions.Select(it => (Kind: byArticle.GetValueOrDefault(article.Id, Lexicon.Ordinary), Text: it))).ToList();
        var every = Math.Max(1, wordings.Count / MostWordings);
        var examples = content.Lexicon.Examples.SelectMany(group => group.Phrases.Select(it => (Kind: group.Name, Text: it)))
            .Concat(wordings.Where((_, i) => i % every == 0))
            .SelectMany(it => new[] { it.Text, Text.Fold(it.Text) }.Distinct().Select(text => (it.Kind, Text: text)));
        return new MessageKinds(content, new Classifier([.. examples.AsParallel().AsOrdered().Select(it => (it.Kind, Terms(reader.Read(it.Text))))]));
    }

    /// <summary>What kind of message it is; null without examples to learn from.</summary>
    public MessageKind? Of(Wanted wanted)
    {
        if (classifier is null)
            return null;

        var shares = classifier.Of(Terms(wanted)).Zip(classifier.Kinds, (share, kind) => (Share: share, Kind: kind)).ToList();
        var sensitive = shares.Where(it => groups.ContainsKey(it.Kind)).ToList();
        return new MessageKind(sensitive.Sum(it => it.Share), shares.FirstOrDefault(it => it.Kind == Lexicon.Elsewhere).Share, groups.GetValueOrDefault(sensitive.MaxBy(it => it.Share).Kind ?? ""));
    }

    private static IReadOnlyList<string> Terms(Wanted wanted)
    {
        var syllables = Syllable.Of(wanted.Text).Select(Text.Fold).Select(Counted).ToList();
        return
        [
            .. wanted.Folded.Keys, .. wanted.Concepts.Keys.Select(it => $"@{it}"), .. wanted.Accented.Keys.Where(it => !it.Contains('_')).Select(it => $"~{it}"),
            .. syllables.Zip(syllables.Skip(2), (one, other) => $"{one}__{other}").Distinct(),
            .. syllables.Zip(syllables.Skip(1), (one, other) => (one, other)).Where(it => it.one[0] == '#').Select(it => $"{it.one}_{it.other}").Distinct(),
        ];
    }

    // How many, roughly: 40 and 70 people are both many.
    private static string Counted(string syllable) =>
        !int.TryParse(syllable, out var number) ? syllable : number < 2 ? "#1" : number < 10 ? "#few" : number < 1000 ? "#many" : "#huge";
}

/// <summary>What kind of message it is.</summary>
/// <param name="Sensitive">How likely a person must answer it, 0 to 1.</param>
/// <param name="Elsewhere">How likely it is no matter of ours, 0 to 1.</param>
/// <param name="Group">If a person must answer, why; null when no group is known.</param>
internal readonly record struct MessageKind(float Sensitive, float Elsewhere, PhraseGroup? Group);
