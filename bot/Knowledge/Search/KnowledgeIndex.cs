using ChatBot.Knowledge.Articles;
using ChatBot.Knowledge.Law;
using ChatBot.Knowledge.Vietnamese;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Util;

namespace ChatBot.Knowledge.Search;

/// <summary>The searchable form of the content; never changes once built, any number of threads may search it.</summary>
public sealed class KnowledgeIndex
{
    internal const string Folded = "folded", Accented = "accented", Concept = "concept", Body = "body", Heading = "heading", HeadingAccented = "headingAccented";

    private static readonly VietnameseAnalyzer FoldedTerms = new(folded: true);

    private readonly Dictionary<string, int> places;

    private KnowledgeIndex(KnowledgeContent content, Ranking ranking)
    {
        Ranking = ranking;
        places = content.Articles.Index().DistinctBy(it => it.Item.Id).ToDictionary(it => it.Item.Id, it => it.Index);
        Content = content;
        Concepts = new Concepts(content.Lexicon.Synonyms);
        Aspects = new Aspects(content.Lexicon.Aspects);
        var articles = content.Articles;
        Units = [.. articles.Index().SelectMany(it => Wordings(it.Item).Select(text => new Unit(it.Index, text, AspectsOf(text))))];
        HeadingAspects = [.. content.Provisions.Select(it => AspectsOf(it.Heading))];
        var statutes = Task.Run(() => Shelf.Build(Analyzer(), content.Provisions.Select(ProvisionFields)));
        var wordings = Units.Select(it => WordingFields(it.Text)).ToList();
        var whole = Task.Run(() => Shelf.Build(Analyzer(), articles.Select(ArticleFields)));
        UnitShelf = Shelf.Build(Analyzer(), wordings);
        ArticleShelf = whole.GetAwaiter().GetResult();
        UnitMass = UnitMasses(wordings);
        StatuteShelf = statutes.GetAwaiter().GetResult();
        HeadingMass = HeadingMasses();
        Reader = new QuestionReader(content.Lexicon, Concepts, Aspects, new Spelling(Vocabulary()));
        Kinds = MessageKinds.Learn(content, Reader);
        Definitions = new Definitions(content);
        Cited = new CitedProvisions(content);
    }

    public KnowledgeContent Content { get; }

    internal Ranking Ranking { get; }

    internal Concepts Concepts { get; }

    internal Aspects Aspects { get; }

    internal QuestionReader Reader { get; }

    /// <summary>Every wording of every article, titles and keywords too.</summary>
    internal IReadOnlyList<Unit> Units { get; }

    /// <summary>The weight of all terms of each unit.</summary>
    internal float[] UnitMass { get; }

    /// <summary>The weight of all terms of each provision's heading.</summary>
    internal float[] HeadingMass { get; }

    /// <summary>What each provision's heading says it is about: how long, how much, which papers.</summary>
    internal ulong[] HeadingAspects { get; }

    internal Shelf UnitShelf { get; }

    internal Shelf ArticleShelf { get; }

    internal Shelf StatuteShelf { get; }

    internal MessageKinds Kinds { get; }

    internal Definitions Definitions { get; }

    internal CitedProvisions Cited { get; }

    /// <summary>What may be answered with: what holds and needs no person.</summary>
    internal Allowed Answers(DaysAsked days) => Holding(days) with { Article = i => Content.Articles[i].Sensitive is null && days.Allow(Content.Articles[i].InForceFrom, Content.Articles[i].InForceUntil) };

    internal Allowed Answers(DateOnly day) => Answers(new DaysAsked("", day));

    /// <summary>All that holds on the days asked about.</summary>
    internal Allowed Holding(DaysAsked days) => new(
        i => days.Allow(Content.Articles[i].InForceFrom, Content.Articles[i].InForceUntil),
        i => days.Allow(Content.Provisions[i].InForceFrom, Content.Provisions[i].InForceUntil));

    internal Entry EntryOf(Scored it) => it.IsProvision ? new Entry.Statute(Content.Provisions[it.Place]) : new Entry.Ours(Content.Articles[it.Place]);

    internal int PlaceOf(Article article) => places[article.Id];

    public static KnowledgeIndex Build(KnowledgeContent content) => new(content, Ranking.For(content));

    /// <summary>With other weights, for those who fit them.</summary>
    internal static KnowledgeIndex Build(KnowledgeContent content, Ranking ranking) => new(content, ranking);

    private static IEnumerable<string> Wordings(Article article) =>
        article.Questions.Prepend(article.Title).Concat(article.Keywords);

    private IReadOnlyList<(string Field, string Text)> WordingFields(string text)
    {
        var (whole, hasAccents) = QuestionReader.WrittenOut(text, Content.Lexicon.Shorthand);
        return [(Folded, whole), (Concept, ConceptsOf(whole, hasAccents))];
    }

    private IReadOnlyList<(string, string)> ArticleFields(Article article)
    {
        var all = QuestionReader.WrittenOut(string.Join(" . ", Wordings(article)), Content.Lexicon.Shorthand).Text;
        // Each by itself: the "không" that ends one question must not begin a phrase of the next.
        var concepts = string.Join(' ', Wordings(article).Select(it => WordingFields(it)[1].Text));
        var body = string.Join("\n", article.Answer, article.Details, article.Steps, article.Example);
        return [(Folded, all), (Accented, all), (Concept, concepts), (Body, body), (Body, all)];
    }

    private IReadOnlyList<(string, string)> ProvisionFields(Provision provision) =>
        [(Heading, provision.Heading), (HeadingAccented, provision.Heading), (Body, provision.Text), (Body, provision.Heading), (Concept, ConceptsOf($"{provision.Heading} . {provision.Text}", true))];

    private ulong AspectsOf(string text) => Aspects.Of(QuestionReader.WrittenOut(text, Content.Lexicon.Shorthand));

    private string ConceptsOf(string text, bool withAccents) => string.Join(' ', Concepts.Find(Syllable.Of(withAccents ? text : Text.Fold(text)), withAccents));

    private float[] UnitMasses(List<IReadOnlyList<(string Field, string Text)>> wordings)
    {
        var (folded, concepts) = (ArticleShelf.Rarities(Folded), ArticleShelf.Rarities(Concept));
        return [.. wordings.Select(it => Mass(folded, FoldedTerms.Terms(it[0].Text)) + Mass(concepts, it[1].Text.Split(' ')))];
    }

    private float[] HeadingMasses()
    {
        var rarities = StatuteShelf.Rarities(Heading);
        return [.. Content.Provisions.Select(it => Mass(rarities, FoldedTerms.Terms(it.Heading)))];
    }

    private static float Mass(Dictionary<string, float> rarities, IEnumerable<string> terms) =>
        terms.Distinct().Sum(it => rarities.GetValueOrDefault(it) * (it.Contains('_') ? QuestionReader.PairWeight : 1));

    private Dictionary<string, int> Vocabulary() => UnitShelf.Terms(Folded, pairs: false).Concat(StatuteShelf.Terms(Body, pairs: false)).Concat(ArticleShelf.Terms(Body, pairs: false))
        .GroupBy(it => it.Term).ToDictionary(it => it.Key, it => it.Sum(term => term.Texts));

    private static PerFieldAnalyzerWrapper Analyzer()
    {
        var accented = new VietnameseAnalyzer(folded: false);
        return new PerFieldAnalyzerWrapper(new VietnameseAnalyzer(folded: true), new Dictionary<string, Analyzer>
        {
            [Accented] = accented,
            [HeadingAccented] = accented,
            [Concept] = new WhitespaceAnalyzer(LuceneVersion.LUCENE_48),
        });
    }

    /// <param name="Article">The place of its article in the content.</param>
    /// <param name="Aspects">What it asks about the matter.</param>
    internal sealed record Unit(int Article, string Text, ulong Aspects);
}
