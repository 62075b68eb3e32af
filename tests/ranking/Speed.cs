using System.Diagnostics;
using ChatBot.Knowledge.Articles;
using ChatBot.Knowledge.Law;
using ChatBot.Knowledge.Search;
using ChatBot.Knowledge.Vietnamese;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace ChatBot.RankingLab;

/// <summary>How long one question takes as the knowledge base grows, beside plain Lucene BM25 over the same entries in the same run.</summary>
internal static class Speed
{
    private const string Words = "words";

    /// <param name="content">With statutes; about a quarter of its entries are articles of ours, and so it stays.</param>
    public static int Print(KnowledgeContent content, IReadOnlyList<string> questions)
    {
        Console.WriteLine("| entries | ours, median ms | 95 of 100 under | BM25, median ms | ours / BM25 |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (var entries in (int[])[500, 2000, 5000, 50_000])
        {
            var some = Of(content, entries);
            var index = KnowledgeIndex.Build(some);
            var answering = new Answering(index);
            var (ours, slow) = Times(questions, it => answering.Ask(new Question(it, Program.Today)));
            using var plain = Plain(some);
            var searcher = new IndexSearcher(plain) { Similarity = new BM25Similarity() };
            var (bm25, _) = Times(questions, it => searcher.Search(Query(it), 10));
            Console.WriteLine($"| {some.Articles.Count + some.Provisions.Count:N0} | {ours:0.00} | {slow:0.00} | {bm25:0.00} | {ours / bm25:0.0} |");
        }

        return 0;
    }

    private static (double Median, double Slow) Times(IReadOnlyList<string> questions, Action<string> ask)
    {
        foreach (var question in questions.Concat(questions))
            ask(question);
        var times = questions.Select(it =>
        {
            var began = Stopwatch.GetTimestamp();
            ask(it);
            return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }).Order().ToList();
        return (times[times.Count / 2], times[times.Count * 95 / 100]);
    }

    // Fewer entries: every so-manieth. More: entries again, half of their syllables replaced by others of the same texts.
    private static KnowledgeContent Of(KnowledgeContent content, int entries)
    {
        var all = content.Articles.Count + content.Provisions.Count;
        var (articles, provisions) = (entries * content.Articles.Count / all, entries * content.Provisions.Count / all);
        return content with
        {
            Articles = [.. Enumerable.Range(0, articles).Select(i => i < content.Articles.Count ? content.Articles[articles < content.Articles.Count ? i * content.Articles.Count / articles : i] : Strange(content.Articles[i % content.Articles.Count], i, content))],
            Provisions = [.. Enumerable.Range(0, provisions).Select(i => i < content.Provisions.Count ? content.Provisions[provisions < content.Provisions.Count ? i * content.Provisions.Count / provisions : i] : Strange(content.Provisions[i % content.Provisions.Count], i, content))],
        };
    }

    private static Article Strange(Article article, int seed, KnowledgeContent content)
    {
        var mixed = new Mixed(seed, content);
        return article with { Id = $"{article.Id}-{seed}", Title = mixed.Of(article.Title), Questions = [.. article.Questions.Select(mixed.Of)], Answer = mixed.Of(article.Answer), Details = mixed.Of(article.Details ?? ""), Steps = "", Example = "" };
    }

    private static Provision Strange(Provision provision, int seed, KnowledgeContent content)
    {
        var mixed = new Mixed(seed, content);
        return provision with { Article = $"{provision.Article}x{seed}", Heading = mixed.Of(provision.Heading), Lead = mixed.Of(provision.Lead), Clauses = [.. provision.Clauses.Select(it => it with { Text = mixed.Of(it.Text), Points = [] })] };
    }

    private static DirectoryReader Plain(KnowledgeContent content)
    {
        var memory = new RAMDirectory();
        using (var writer = new IndexWriter(memory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new VietnameseAnalyzer(folded: true)) { Similarity = new BM25Similarity() }))
        {
            foreach (var text in content.Articles.Select(it => string.Join('\n', it.Questions.Prepend(it.Title).Concat([it.Answer, it.Details]))).Concat(content.Provisions.Select(it => $"{it.Heading}\n{it.Text}")))
                writer.AddDocument([new TextField(Words, text, Field.Store.NO)]);
        }

        return DirectoryReader.Open(memory);
    }

    private static BooleanQuery Query(string question)
    {
        var query = new BooleanQuery();
        foreach (var term in new VietnameseAnalyzer(folded: true).Terms(question).Distinct())
            query.Add(new TermQuery(new Term(Words, term)), Occur.SHOULD);
        return query;
    }

    /// <summary>Replaces every second syllable by one from elsewhere in the content.</summary>
    private sealed class Mixed(int seed, KnowledgeContent content)
    {
        private readonly Random random = new(seed);

        public string Of(string text) => string.Join(' ', text.Split(' ').Select(it => random.Next(2) == 0 ? it : Another()));

        private string Another()
        {
            var words = content.Provisions[random.Next(content.Provisions.Count)].Text;
            var start = words.IndexOf(' ', random.Next(Math.Max(1, words.Length - 20)));
            var end = start < 0 ? -1 : words.IndexOf(' ', start + 1);
            return end < 0 ? "việc" : words[(start + 1)..end];
        }
    }
}
