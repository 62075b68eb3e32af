using System.Globalization;
using System.Text;

namespace ChatBot.Web.Staff.Heads;

/// <summary>The report as a table for spreadsheets (RFC 4180).</summary>
public static class FigureCsv
{
    // Excel takes a file without this mark for one in the machine's old encoding.
    private static readonly UTF8Encoding Utf8WithMark = new(encoderShouldEmitUTF8Identifier: true);

    public static byte[] Write(IEnumerable<Figure> figures)
    {
        var lines = figures.Select(it => Line(it.Section, it.Name, it.Value, it.Unit, it.Percent?.ToString(CultureInfo.InvariantCulture) ?? ""));
        var text = string.Concat(lines.Prepend(Line("Phần", "Mục", "Giá trị", "Đơn vị", "Tỷ lệ %")));
        return [.. Utf8WithMark.GetPreamble(), .. Utf8WithMark.GetBytes(text)];
    }

    private static string Line(params string[] cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    private static string Cell(string text)
    {
        var safe = Defuse(text);
        return safe.AsSpan().IndexOfAny("\",\r\n") >= 0 ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    // A spreadsheet would carry out what begins like a formula; behind an apostrophe it is only read.
    private static string Defuse(string text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..] ? $"'{text}" : text;
}
