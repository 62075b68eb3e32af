using System.Text;
using ChatBot.Knowledge.Articles;
using ChatBot.Knowledge.Law;
using ChatBot.Knowledge.Rates;

namespace ChatBot.Knowledge.Search;

/// <summary>What came of reading a folder: everything readable, and every mistake.</summary>
public sealed record KnowledgeReading(KnowledgeContent Content, IReadOnlyList<Mistake> Mistakes)
{
    /// <summary>The content together with the articles that could only be read in part: to be checked, never to be answered from.</summary>
    public KnowledgeContent Drafts { get; init; } = Content;
}

/// <summary>Reads the knowledge-base folder.</summary>
public static class KnowledgeFolder
{
    private const string ThresholdsFile = "_search/nguong.yaml";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads all files; the mistakes are those of the files, <see cref="Check"/> tells those of the content.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static KnowledgeReading Read(string path)
    {
        var mistakes = new List<Mistake>();
        var readings = Articles(path, mistakes).ToList();
        mistakes.AddRange(readings.SelectMany(it => it.Mistakes));
        var beside = ReadBeside(path);
        return new KnowledgeReading(
            beside.Content with { Articles = [.. readings.Select(it => it.Article).OfType<Article>()] }, [.. mistakes, .. beside.Mistakes])
        {
            Drafts = beside.Content with { Articles = [.. readings.Select(it => it.Draft).OfType<Article>()] },
        };
    }

    /// <summary>Only what lies beside the articles: the catalogue, the rates, the lexicon.</summary>
    public static KnowledgeReading ReadBeside(string path)
    {
        var mistakes = new List<Mistake>();
        var content = new KnowledgeContent
        {
            Catalogue = Catalogue(path, mistakes),
            Rates = Rates(path, mistakes),
            Thresholds = Text(Path.Combine(path, "_search", "nguong.yaml"), ThresholdsFile, mistakes) is { } thresholds ? Thresholds.Read(ThresholdsFile, thresholds, mistakes) : new Thresholds(),
            Lexicon = LexiconReader.Read(name => Text(Path.Combine(path, "_lexicon", name), $"_lexicon/{name}", mistakes), mistakes),
        };
        return new KnowledgeReading(content, mistakes);
    }

    /// <summary>Every rule that needs more than one file, over content from wherever it comes.</summary>
    /// <param name="today">The day the rules about dates and rates look at.</param>
    public static IReadOnlyList<Mistake> Check(KnowledgeContent content, DateOnly today) =>
    [
        .. content.Articles.SelectMany(it => CitationRules.Check(it, content.Catalogue, today)),
        .. content.Articles.SelectMany(it => RateRules.Check(it, content.Rates, today)),
        .. content.Articles.SelectMany(it => ArticleRules.StillVerified(it, today)),
        .. ArticleRules.CheckAll(content.Articles),
    ];

    /// <summary>The articles' files: a folder an area, a file an article; what begins with <c>_</c> is something else.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static IEnumerable<string> ArticleFiles(string path) =>
        from folder in Directory.GetDirectories(path).Order(StringComparer.Ordinal)
        where !Path.GetFileName(folder).StartsWith('_')
        from file in Directory.GetFiles(folder, "*.md").Order(StringComparer.Ordinal)
        where Path.GetFileName(file) != "README.md"
        select file;

    private static IEnumerable<ArticleReading> Articles(string path, List<Mistake> mistakes)
    {
        foreach (var file in ArticleFiles(path))
        {
            var name = $"{Path.GetFileName(Path.GetDirectoryName(file))}/{Path.GetFileName(file)}";
            if (Text(file, name, mistakes) is { } text)
                yield return ArticleReader.Read(name, text);
        }
    }

    private static LawCatalogue Catalogue(string path, List<Mistake> mistakes)
    {
        const string Name = "_law/van-ban.yaml";
        if (Text(Path.Combine(path, Name), Name, mistakes) is { } text)
            return CatalogueReader.Read(Name, text, mistakes);

        mistakes.Add(new Mistake(Name, 0, "thiếu danh mục văn bản pháp luật"));
        return LawCatalogue.Empty;
    }

    private static RateTable Rates(string path, List<Mistake> mistakes)
    {
        var folder = Path.Combine(path, "_rates");
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal) : Enumerable.Empty<string>();
        var rates = files.SelectMany(it => Text(it, $"_rates/{Path.GetFileName(it)}", mistakes) is { } text
            ? RateReader.Read($"_rates/{Path.GetFileName(it)}", text, mistakes)
            : []).ToList();
        foreach (var twice in rates.GroupBy(it => it.Name).Where(it => it.Count() > 1))
            mistakes.Add(new Mistake(twice.Last().File, 0, $"số liệu '{twice.Key}' đã có ở {twice.First().File}"));
        return new RateTable(rates);
    }

    private static string? Text(string file, string name, List<Mistake> mistakes)
    {
        try
        {
            return File.Exists(file) ? Strict.GetString(File.ReadAllBytes(file)) : null;
        }
        catch (DecoderFallbackException)
        {
            mistakes.Add(new Mistake(name, 0, "tệp không phải UTF-8: lưu lại với bảng mã UTF-8"));
            return null;
        }
    }
}
