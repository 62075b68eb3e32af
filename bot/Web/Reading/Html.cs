using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace ChatBot.Web.Reading;

/// <summary>A piece of a page. Every hole of the text is encoded, so that nothing an editor, a statute or a visitor wrote can become markup.</summary>
internal readonly record struct Html(string Source)
{
    public static Html None { get; } = new("");

    public static Html Of(HtmlText text) => new(text.ToString());

    /// <summary>A piece only where there is something to show.</summary>
    public static Html If(bool there, Func<Html> piece) => there ? piece() : None;

    public override string ToString() => Source;
}

/// <summary>Lets <c>Html.Of($"&lt;p&gt;{text}&lt;/p&gt;")</c> encode its holes.</summary>
[InterpolatedStringHandler]
internal readonly struct HtmlText(int literalLength, int formattedCount)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder text = new(literalLength + (formattedCount * 40));

    public void AppendLiteral(string literal) => text.Append(literal);

    public void AppendFormatted(string? words) => text.Append(Encoder.Encode(words ?? ""));

    public void AppendFormatted(int number) => text.Append(number.ToString(CultureInfo.InvariantCulture));

    public void AppendFormatted(DateOnly day) => text.Append(day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture));

    public void AppendFormatted(Html piece) => text.Append(piece.Source);

    public void AppendFormatted(IEnumerable<Html> pieces)
    {
        foreach (var piece in pieces)
            text.Append(piece.Source);
    }

    public override string ToString() => text.ToString();
}
