using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ChatBot.Knowledge.Law;

/// <summary>Counts the numbered paragraphs of a Word document: their numbers are not in the text, Word writes them when it shows it.</summary>
internal sealed partial class WordNumbering
{
    private const int MostStyles = 20;

    private readonly Dictionary<int, AbstractNum> abstracts = [];
    private readonly Dictionary<int, NumberingInstance> instances = [];
    private readonly Dictionary<string, Style> styles = [];
    private readonly Dictionary<int, int[]> counts = [];
    private readonly HashSet<int> begun = [];

    public WordNumbering(MainDocumentPart part)
    {
        var numbering = part.NumberingDefinitionsPart?.Numbering;
        foreach (var it in numbering?.Elements<AbstractNum>() ?? [])
            abstracts[it.AbstractNumberId?.Value ?? 0] = it;
        foreach (var it in numbering?.Elements<NumberingInstance>() ?? [])
            instances[it.NumberID?.Value ?? 0] = it;
        foreach (var it in part.StyleDefinitionsPart?.Styles?.Elements<Style>() ?? [])
            styles[it.StyleId?.Value ?? ""] = it;
    }

    /// <summary>What Word writes before this paragraph, <c>2. </c>; empty when it is not numbered. Paragraphs are asked about in their order.</summary>
    public string Next(Paragraph paragraph)
    {
        if (Numbered(paragraph.ParagraphProperties) is not ({ } id, var depth) || id == 0 || !instances.TryGetValue(id, out var instance))
            return "";

        var list = instance.AbstractNumId?.Val?.Value ?? 0;
        if (depth is < 0 or > 8 || LevelOf(instance, list, depth) is not { } level)
            return "";

        Count(instance, list, depth);
        return level.NumberingFormat?.Val?.Value == NumberFormatValues.Bullet ? "- " : Write(instance, list, level);
    }

    private void Count(NumberingInstance instance, int list, int depth)
    {
        if (!counts.TryGetValue(list, out var now))
            counts[list] = now = new int[9];

        // A list that begins anew is an instance of its own, which says so.
        if (begun.Add(instance.NumberID?.Value ?? 0) && instance.Elements<LevelOverride>().Any(it => it.StartOverrideNumberingValue is not null))
            Array.Clear(now);
        now[depth] = now[depth] == 0 ? Start(instance, list, depth) : now[depth] + 1;
        Array.Clear(now, depth + 1, now.Length - depth - 1);
    }

    private int Start(NumberingInstance instance, int list, int depth) =>
        instance.Elements<LevelOverride>().FirstOrDefault(it => it.LevelIndex?.Value == depth)?.StartOverrideNumberingValue?.Val?.Value
        ?? LevelOf(instance, list, depth)?.StartNumberingValue?.Val?.Value ?? 1;

    private string Write(NumberingInstance instance, int list, Level level)
    {
        var written = Place().Replace(level.LevelText?.Val?.Value ?? "%1.", it =>
        {
            var depth = int.Parse(it.Groups[1].ValueSpan, CultureInfo.InvariantCulture) - 1;
            return ListNumber.Bare(Math.Max(1, counts[list][depth]), Kind(LevelOf(instance, list, depth)));
        }).Trim();
        return written.Length > 0 ? written + " " : "";
    }

    private Level? LevelOf(NumberingInstance instance, int list, int depth) =>
        instance.Elements<LevelOverride>().FirstOrDefault(it => it.LevelIndex?.Value == depth)?.Level
        ?? abstracts.GetValueOrDefault(list)?.Elements<Level>().FirstOrDefault(it => it.LevelIndex?.Value == depth);

    private static string Kind(Level? level)
    {
        var format = level?.NumberingFormat?.Val?.Value;
        return format == NumberFormatValues.LowerLetter ? "a"
            : format == NumberFormatValues.UpperLetter ? "A"
            : format == NumberFormatValues.LowerRoman ? "i"
            : format == NumberFormatValues.UpperRoman ? "I"
            : "1";
    }

    // The paragraph's own numbering, else that of its style or of the style this one is based on.
    private (int Id, int Depth)? Numbered(ParagraphProperties? of)
    {
        if (of?.NumberingProperties is { } own)
            return (own.NumberingId?.Val?.Value ?? 0, own.NumberingLevelReference?.Val?.Value ?? 0);

        var name = of?.ParagraphStyleId?.Val?.Value;
        for (var i = 0; i < MostStyles && name is not null && styles.TryGetValue(name, out var style); i++)
        {
            if (style.StyleParagraphProperties?.NumberingProperties is { } its)
                return (its.NumberingId?.Val?.Value ?? 0, its.NumberingLevelReference?.Val?.Value ?? 0);
            name = style.BasedOn?.Val?.Value;
        }

        return null;
    }

    [GeneratedRegex(@"%([1-9])")]
    private static partial Regex Place();
}
