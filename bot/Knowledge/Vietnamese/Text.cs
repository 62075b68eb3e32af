using System.Globalization;
using System.Text;

namespace ChatBot.Knowledge.Vietnamese;

/// <summary>One form for text, whatever the phone it was typed on.</summary>
public static class Text
{
    private const char FirstAccent = '\u0300', NoLetter = '\uFFFE';

    /// <summary>So many on one letter stay; Unicode's own limit for texts that are read piece by piece.</summary>
    private const int MostAccents = 30;

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

    /// <summary>Composed letters (NFC), and nothing else changed.</summary>
    public static string Composed(string text)
    {
        var whole = IsWhole(text) ? text : Mended(text);
        return whole.IsNormalized() ? whole : whole.Normalize();
    }

    private static bool IsWhole(string text)
    {
        var heap = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] < FirstAccent)
            {
                heap = 0;
                continue;
            }

            if (!Rune.TryGetRuneAt(text, i, out var letter) || letter.Value == NoLetter || (heap = IsAccent(letter) ? heap + 1 : 0) > MostAccents)
                return false;
            i += letter.Utf16SequenceLength - 1;
        }

        return true;
    }

    // A broken surrogate pair and U+FFFE have no composed form, and to put a heap of accents in order takes as long as its square: the message must not be lost for them.
    private static string Mended(string text)
    {
        var (kept, heap) = (new StringBuilder(text.Length), 0);
        foreach (var letter in text.EnumerateRunes())
        {
            heap = IsAccent(letter) ? heap + 1 : 0;
            if (heap <= MostAccents && letter.Value != NoLetter)
                kept.Append(letter.ToString());
        }

        return kept.ToString();
    }

    private static bool IsAccent(Rune letter) => Rune.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
