using Lucene.Net.Analysis;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace ChatBot.Knowledge.Search;

/// <summary>A Lucene index of one kind of text, held in memory; a text is known by the place at which it was added.</summary>
internal sealed class Shelf
{
    // Big enough that all lies in one segment, in the order it was added.
    private const double BufferMegabytes = 256;

    private readonly IndexReader reader;
    private readonly IndexSearcher byFrequency;
    private readonly IndexSearcher byPresence;

    private Shelf(IndexReader reader)
    {
        this.reader = reader;
        byFrequency = new IndexSearcher(reader) { Similarity = new BM25Similarity(1.2f, 0.5f) };
        byPresence = new IndexSearcher(reader) { Similarity = new BM25Similarity(0, 0) };
    }

    public int Count => reader.MaxDoc;

    /// <summary>Shelves texts; each is its fields with their words.</summary>
    public static Shelf Build(Analyzer analyzer, IEnumerable<IReadOnlyList<(string Field, string Text)>> texts)
    {
        var memory = new RAMDirectory();
        var settings = new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer)
        {
            RAMBufferSizeMB = BufferMegabytes,
            MergePolicy = NoMergePolicy.COMPOUND_FILES,
        };
        using (var writer = new IndexWriter(memory, settings))
        {
            foreach (var text in texts)
            {
                var document = new Document();
                foreach (var (field, words) in text)
                    document.Add(new TextField(field, words, Field.Store.NO));
                writer.AddDocument(document);
            }
        }

        return new Shelf(DirectoryReader.Open(memory));
    }

    /// <summary>BM25 of each text: a word counts more where it comes up often in a short text.</summary>
    public float[] Frequency(string field, IEnumerable<KeyValuePair<string, float>> terms) => Scores(byFrequency, field, terms);

    /// <summary>The weight of the asked words each text holds at all.</summary>
    public float[] Presence(string field, IEnumerable<KeyValuePair<string, float>> terms) => Scores(byPresence, field, terms);

    /// <summary>How rare a term is: the weight <see cref="Presence"/> gives it.</summary>
    public float Rarity(string field, string term) => Rarity(reader.DocFreq(new Term(field, term)));

    public float Rarity(int texts) => (float)Math.Log(1 + ((Count - texts + 0.5) / (texts + 0.5)));

    /// <summary>The rarity of every term of a field.</summary>
    public Dictionary<string, float> Rarities(string field) => Terms(field, pairs: true).ToDictionary(it => it.Term, it => Rarity(it.Texts));

    /// <summary>Every term of a field with the number of texts that hold it.</summary>
    public IEnumerable<(string Term, int Texts)> Terms(string field, bool pairs)
    {
        if (MultiFields.GetTerms(reader, field) is not { } terms)
            yield break;

        var each = terms.GetEnumerator();
        while (each.MoveNext())
        {
            if (pairs || Array.IndexOf(each.Term.Bytes, (byte)'_', each.Term.Offset, each.Term.Length) < 0)
                yield return (each.Term.Utf8ToString(), each.DocFreq);
        }
    }

    private float[] Scores(IndexSearcher searcher, string field, IEnumerable<KeyValuePair<string, float>> terms)
    {
        var query = new BooleanQuery(disableCoord: true);
        foreach (var (term, weight) in terms)
            query.Add(new TermQuery(new Term(field, term)) { Boost = weight }, Occur.SHOULD);

        var scores = new float[Count];
        if (query.Clauses.Count > 0)
            searcher.Search(query, new EachScore(scores));
        return scores;
    }

    private sealed class EachScore(float[] scores) : ICollector
    {
        private Scorer? scorer;
        private int before;

        public bool AcceptsDocsOutOfOrder => true;

        public void SetScorer(Scorer scorer) => this.scorer = scorer;

        public void SetNextReader(AtomicReaderContext context) => before = context.DocBase;

        public void Collect(int doc) => scores[before + doc] = scorer!.GetScore();
    }
}
