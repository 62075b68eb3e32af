using System.Globalization;
using System.Text;

namespace ChatBot.Knowledge.Vietnamese;

/// <summary>One form for text, whatever the phone it was typed on.</summary>
public static class Text
{
    private const char NoLetter = '\uFFFE';

    private static readonly char[] Bare = BareLetters();

    /// <summary>Composed letters (NFC), nothing invisible, every kind of space one space, ends trimmed; line breaks stay.</summary>
    public static string Normalize(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var letter in Composed(text))
            Append(kept, letter);

        return kept.ToString().Trim();
    }

    /// <summary>Lower case without any accent: <c>Được</c> → <c>duoc</c>.</summary>
    public static string Fold(string text)
    {
        var whole = Composed(text);
        var kept = new StringBuilder(whole.Length);
        foreach (var letter in whole)
        {
            var bare = letter < Bare.Length ? Bare[letter] : char.ToLowerInvariant(letter);
            if (bare != '\0')
                kept.Append(bare);
        }

        return kept.ToString();
    }

    // Every Latin letter with its bare one; a lone combining mark has none.
    private static char[] BareLetters() => [.. Enumerable.Range(0, 0x2000).Select(it =>
    {
        var letter = char.ToLowerInvariant((char)it);
        if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark)
            return '\0';
        return letter is 'đ' or 'ð' ? 'd' : letter.ToString().Normalize(NormalizationForm.FormD)[0];
    })];

    // The last two: the Icelandic letter, which old fonts and keyboards write for ours.
    private static void Append(StringBuilder kept, char letter)
    {
        if (letter is '\n')
            kept.Append('\n');
        else if (letter is not '\r' && (char.IsWhiteSpace(letter) || letter is '\u2800' or '\u3164'))
            AppendSpace(kept);
        else if (char.GetUnicodeCategory(letter) is not (UnicodeCategory.Format or UnicodeCategory.Control))
            kept.Append(letter switch { 'Ð' => 'Đ', 'ð' => 'đ', _ => letter });
    }

    private static void AppendSpace(StringBuilder kept)
    {
        if (kept.Length > 0 && kept[^1] is not (' ' or '\n'))
            kept.Append(' ');
    }

    // A broken surrogate pair and U+FFFE have no composed form; the message must not be lost for them.
    private static string Composed(string text)
    {
        var letters = text.Contains(NoLetter) ? text.Replace(NoLetter, '\uFFFD') : text;
        var whole = HasLoneSurrogate(letters) ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(letters)) : letters;
        return whole.IsNormalized() ? whole : whole.Normalize();
    }

    private static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return true;
            i++;
        }

        return false;
    }
}
