using ChatBot.Knowledge.Law;

namespace ChatBot.Web.Reading;

/// <summary>The law's own wording as markup: clauses, points, tables.</summary>
internal static class Wording
{
    private const string Between = " | ";

    public static Html Of(Provision provision) => Html.Of($"""
        {Lines(provision.Lead)}
        {provision.Points.Select(it => Of(null, it))}
        {provision.Clauses.Select(Of)}
        """);

    /// <summary>Paragraphs; rows that stand together are a table.</summary>
    public static Html Lines(string text)
    {
        var pieces = new List<Html>();
        var rows = new List<string[]>();
        foreach (var line in text.Split('\n').Where(it => it.Length > 0))
        {
            if (line.Contains(Between, StringComparison.Ordinal))
            {
                rows.Add(line.Split(Between));
                continue;
            }

            Close(pieces, rows);
            pieces.Add(Html.Of($"<p>{line}</p>\n"));
        }

        Close(pieces, rows);
        return Html.Of($"{pieces}");
    }

    private static Html Of(Clause clause) => Html.Of($"""
        <div class="clause" id="{LawPath.Anchor(clause.Number, null)}">{Numbered($"{clause.Number}.", clause.Text)}{clause.Points.Select(it => Of(clause.Number, it))}</div>

        """);

    private static Html Of(string? clause, Point point) => Html.Of($"""<div class="point" id="{LawPath.Anchor(clause, point.Letter)}">{Numbered($"{point.Letter})", point.Text)}</div>""");

    private static Html Numbered(string number, string text)
    {
        var lines = text.Split('\n', 2);
        return Html.Of($"<p><b>{number}</b> {lines[0]}</p>{Lines(lines.Length > 1 ? lines[1] : "")}");
    }

    // A formula is laid out as a table of one row: it reads better as a line.
    private static void Close(List<Html> pieces, List<string[]> rows)
    {
        if (rows.Count == 1)
            pieces.Add(Html.Of($"<p>{string.Join(' ', rows[0])}</p>\n"));
        else if (rows.Count > 1)
            pieces.Add(Table([.. rows]));
        rows.Clear();
    }

    private static Html Table(string[][] rows)
    {
        var widest = rows.Max(it => it.Length);
        var hasHead = !rows[0].Any(cell => cell.Any(char.IsDigit)) && rows.Length > 2;
        return Html.Of($"""
            <div class="table" role="region" aria-label="Bảng" tabindex="0"><table>
            {rows.Take(hasHead ? 1 : 0).Select(it => Html.Of($"<thead><tr>{it.Select(cell => Html.Of($"""<th scope="col">{cell}</th>"""))}</tr></thead>"))}
            <tbody>{rows.Skip(hasHead ? 1 : 0).Select(it => Row(it, widest))}</tbody>
            </table></div>

            """);
    }

    private static Html Row(string[] cells, int widest) => Html.Of($"""
        <tr>{cells.Index().Select(it => it.Index == cells.Length - 1 && cells.Length < widest
            ? Html.Of($"""<td colspan="{widest - cells.Length + 1}">{it.Item}</td>""")
            : Html.Of($"<td>{it.Item}</td>"))}</tr>
        """);
}
