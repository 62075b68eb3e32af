using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace ChatBot.Knowledge.Law;

/// <summary>Gets the paragraphs out of a web page, with the numbers of its lists and the rows of its tables.</summary>
internal sealed class HtmlText
{
    private static readonly HashSet<string> Blocks =
        ["P", "DIV", "LI", "TD", "TH", "TR", "H1", "H2", "H3", "H4", "H5", "H6", "BR", "BLOCKQUOTE", "PRE", "TABLE", "UL", "OL", "SECTION", "ARTICLE", "DL", "DT", "DD"];

    private readonly List<string> lines = [""];

    private HtmlText()
    {
    }

    public static IReadOnlyList<string> Lines(byte[] bytes)
    {
        using var page = new HtmlParser().ParseDocument(new MemoryStream(bytes));
        foreach (var hidden in page.QuerySelectorAll("script, style, head, template").ToList())
            hidden.Remove();

        return Of(page.DocumentElement);
    }

    private static List<string> Of(INode node)
    {
        var text = new HtmlText();
        text.Append(node);
        return text.lines;
    }

    // A line break of the file is only a space in HTML; blocks make the lines.
    private void Append(INode node)
    {
        if (node is IText words)
            lines[^1] += words.Data.ReplaceLineEndings(" ");

        var block = node is IElement element && Blocks.Contains(element.TagName);
        if (block)
            lines.Add("");
        if (node is IElement { TagName: "TABLE" } table && table.QuerySelector("table") is null)
            lines.AddRange(StatuteTable.Lines([.. table.QuerySelectorAll("tr").Select(Row)]));
        else
            AppendChildren(node);
        if (block)
            lines.Add("");
    }

    private void AppendChildren(INode node)
    {
        if (node is IElement { TagName: "LI", ParentElement: { TagName: "OL" } list } item)
            lines[^1] += Number(item, list);
        foreach (var child in node.ChildNodes)
        {
            // <li><p>text</p></li>: the number stands on the line of the text.
            if (child is IElement { TagName: "P" } paragraph && IsOnlyNumber(lines[^1]))
                AppendChildren(paragraph);
            else
                Append(child);
        }
    }

    private static bool IsOnlyNumber(string line) => line.Length is > 0 and <= 8 && (line.EndsWith(". ", StringComparison.Ordinal) || line.EndsWith(") ", StringComparison.Ordinal)) && !line.Trim().Contains(' ');

    private static IReadOnlyList<IReadOnlyList<string>> Row(IElement row) => [.. row.Children.Where(it => it.TagName is "TD" or "TH").Select(Of)];

    private static string Number(IElement item, IElement list)
    {
        if (Words(item).Length > 0 && ListNumber.IsWritten(Words(item)))
            return "";

        var items = list.Children.Where(it => it.TagName == "LI").TakeWhile(it => it != item).ToList();
        var from = items.FindLastIndex(it => it.HasAttribute("value"));
        var start = Read(item, "value") ?? (from >= 0 ? Read(items[from], "value") + items.Count - from : Read(list, "start") + items.Count) ?? items.Count + 1;
        return ListNumber.Of(start, Kind(list));
    }

    // Inside a clause stand points.
    private static string Kind(IElement list)
    {
        var style = list.GetAttribute("style") ?? "";
        return list.GetAttribute("type") switch
        {
            { Length: > 0 } type => type,
            _ when style.Contains("alpha", StringComparison.Ordinal) || style.Contains("latin", StringComparison.Ordinal) => "a",
            _ when style.Contains("lower-roman", StringComparison.Ordinal) => "i",
            _ => list.ParentElement?.Closest("ol") is null || style.Contains("decimal", StringComparison.Ordinal) ? "1" : "a",
        };
    }

    private static int? Read(IElement element, string attribute) =>
        int.TryParse(element.GetAttribute(attribute), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Words(IElement element) => element.TextContent.Trim();
}
