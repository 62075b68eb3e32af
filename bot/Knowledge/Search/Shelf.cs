using Lucene.Net.Analysis;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace ChatBot.Knowledge.Search;

/// <summary>A Lucene index of one kind of text, held in memory; a text is known by the place at which it was added.</summary>
/// <remarks>
/// Postings are summed here and not by Lucene's scorers: every text is scored, by two measures at once, and one plain
/// loop does that five times faster.
/// </remarks>
internal sealed class Shelf
{
    // Big enough that all lies in one segment, in the order it was added.
    private const double BufferMegabytes = 256;

    // BM25: how soon a repeated word stops counting more, and how much a long text is held against it.
    private const float Saturation = 1.2f, LengthShare = 0.5f;

    private static readonly FieldType WithoutPositions = new(TextField.TYPE_NOT_STORED) { IndexOptions = IndexOptions.DOCS_AND_FREQS };

    private readonly AtomicReader? reader;
    private readonly Dictionary<string, float[]> discounts;

    private Shelf(DirectoryReader whole, IEnumerable<string> fields)
    {
        reader = whole.Leaves.Count > 0 ? whole.Leaves[0].AtomicReader : null;
        Count = whole.MaxDoc;
        discounts = fields.ToDictionary(it => it, Discounts);
    }

    public int Count { get; }

    /// <summary>Shelves texts; each is its fields with their words.</summary>
    public static Shelf Build(Analyzer analyzer, IEnumerable<IReadOnlyList<(string Field, string Text)>> texts)
    {
        var memory = new RAMDirectory();
        var settings = new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer) { RAMBufferSizeMB = BufferMegabytes, UseCompoundFile = false };
        var fields = new HashSet<string>();
        using (var writer = new IndexWriter(memory, settings))
        {
            foreach (var text in texts)
            {
                var document = new Document();
                foreach (var (field, words) in text)
                    document.Add(new Field(field, words, WithoutPositions));
                fields.UnionWith(text.Select(it => it.Field));
                writer.AddDocument(document);
            }
        }

        return new Shelf(DirectoryReader.Open(memory), fields);
    }

    /// <summary>What each text has of the terms asked for, each with the weight it is given.</summary>
    public Found Find(string field, IReadOnlyDictionary<string, float> terms)
    {
        var found = new Found(new float[Count], new float[Count]);
        if (reader?.GetTerms(field) is not { } known)
            return found;

        var each = known.GetEnumerator();
        var discount = discounts[field];
        DocsEnum? postings = null;
        foreach (var (term, weight) in terms)
        {
            if (!each.SeekExact(new BytesRef(term)))
                continue;
            postings = each.Docs(null, postings);
            Sum(postings, found, weight, discount);
        }

        return found;
    }

    /// <summary>How rare a term is on this shelf.</summary>
    public float Rarity(string field, string term) => Rarity(reader?.DocFreq(new Term(field, term)) ?? 0);

    /// <summary>The terms with their weight multiplied by how rare they are on this shelf.</summary>
    public Dictionary<string, float> Weighed(string field, IReadOnlyDictionary<string, float> terms) =>
        terms.ToDictionary(it => it.Key, it => it.Value * Rarity(field, it.Key));

    public float Rarity(int texts) => (float)Math.Log(1 + ((Count - texts + 0.5) / (texts + 0.5)));

    /// <summary>The rarity of every term of a field.</summary>
    public Dictionary<string, float> Rarities(string field) => Terms(field, pairs: true).ToDictionary(it => it.Term, it => Rarity(it.Texts));

    /// <summary>Every term of a field with the number of texts that hold it.</summary>
    public IEnumerable<(string Term, int Texts)> Terms(string field, bool pairs)
    {
        if (reader?.GetTerms(field) is not { } terms)
            yield break;

        var each = terms.GetEnumerator();
        while (each.MoveNext())
        {
            if (pairs || Array.IndexOf(each.Term.Bytes, (byte)'_', each.Term.Offset, each.Term.Length) < 0)
                yield return (each.Term.Utf8ToString(), each.DocFreq);
        }
    }

    private static void Sum(DocsEnum postings, Found found, float weight, float[] discount)
    {
        for (var place = postings.NextDoc(); place != DocIdSetIterator.NO_MORE_DOCS; place = postings.NextDoc())
        {
            var times = postings.Freq;
            found.Presence[place] += weight;
            found.Frequency[place] += weight * times * (Saturation + 1) / (times + discount[place]);
        }
    }

    // Lucene keeps each text's length as 1/√length in one byte.
    private float[] Discounts(string field)
    {
        var norms = reader?.GetNormValues(field);
        var lengths = Enumerable.Range(0, Count).Select(it => norms is null ? 1 : Length((byte)norms.Get(it))).ToArray();
        var average = lengths.DefaultIfEmpty(1).Average();
        return [.. lengths.Select(it => Saturation * (1 - LengthShare + (LengthShare * it / average)))];

        static float Length(byte norm) => norm == 0 ? 1 : 1 / MathF.Pow(SmallSingle.Byte315ToSingle(norm), 2);
    }

    /// <param name="Presence">The weight of the terms each text holds at all.</param>
    /// <param name="Frequency">BM25: a word counts more where it comes up often in a short text.</param>
    internal readonly record struct Found(float[] Presence, float[] Frequency)
    {
        public Found And(Found other)
        {
            Add(Presence, other.Presence);
            Add(Frequency, other.Frequency);
            return this;
        }

        private static void Add(float[] scores, float[] more)
        {
            for (var i = 0; i < scores.Length; i++)
                scores[i] += more[i];
        }
    }
}
