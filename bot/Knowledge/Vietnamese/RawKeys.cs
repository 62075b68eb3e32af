using System.Text;
using System.Text.RegularExpressions;

namespace ChatBot.Knowledge.Vietnamese;

/// <summary>Reads back what was typed in Telex or VNI while the input method was off: <c>nghir thai sanr</c> → <c>nghỉ thai sản</c>.</summary>
public static partial class RawKeys
{
    private const string Acute = "\u0301", Grave = "\u0300", Hook = "\u0309", Tilde = "\u0303", Dot = "\u0323";

    private static readonly Dictionary<char, char> TelexTones = new()
    { ['s'] = Acute[0], ['f'] = Grave[0], ['r'] = Hook[0], ['x'] = Tilde[0], ['j'] = Dot[0] };

    private static readonly Dictionary<char, char> VniTones = new()
    { ['1'] = Acute[0], ['2'] = Grave[0], ['3'] = Hook[0], ['4'] = Tilde[0], ['5'] = Dot[0] };

    // In Vietnamese about half of the words carry an accent; one "test" or "off" among many is English.
    private const int OneInAtLeast = 4;

    /// <summary>Text without accented letters is read back when at least two of its words, and one in four, are such; any other comes back as it was.</summary>
    public static string Read(string text)
    {
        if (!Ascii.IsValid(text))
            return text;

        var words = Words().Matches(text);
        var typed = words.Count(it => ReadWord(it.Value) is not null);
        return typed >= 2 && typed * OneInAtLeast >= words.Count ? Words().Replace(text, it => ReadWord(it.Value) ?? it.Value) : text;
    }

    // Null when the word is fine as it stands or does not become a syllable.
    private static string? ReadWord(string word)
    {
        var keys = word.ToLowerInvariant();
        if (keys.Length < 2 || Syllable.IsPossible(keys))
            return null;

        var read = keys.Any(char.IsAsciiDigit) ? Type(keys, VniTones, Vni) : Type(keys, TelexTones, Telex);
        return read != keys && read.All(char.IsLetter) && Syllable.IsPossible(Text.Fold(read)) && CanBeSpoken(read) ? read : null;
    }

    // Before c, ch, p and t only two tones are spoken: "part" is no "pảt".
    private static bool CanBeSpoken(string syllable) =>
        !(Text.Fold(syllable)[^1] is 'c' or 'p' or 't' || syllable.EndsWith("ch", StringComparison.Ordinal))
        || syllable.Normalize(NormalizationForm.FormD).IndexOfAny([Grave[0], Hook[0], Tilde[0]]) < 0;

    private static string Type(string keys, Dictionary<char, char> tones, Func<StringBuilder, char, bool> shape)
    {
        var typed = new StringBuilder();
        var mark = '\0';
        foreach (var key in keys)
        {
            if (tones.TryGetValue(key, out var tone) && HasVowel(typed))
                mark = tone;
            else if (!shape(typed, key))
                typed.Append(key);
        }

        return Tones.Put(typed.ToString(), mark);
    }

    private static bool Telex(StringBuilder typed, char key) => key switch
    {
        'w' => Horn(typed) || Change(typed, 'a', 'ă') || Bare(typed),
        'a' => Change(typed, 'a', 'â'),
        'e' => Change(typed, 'e', 'ê'),
        'o' => Change(typed, 'o', 'ô'),
        'd' => Change(typed, 'd', 'đ'),
        _ => false,
    };

    private static bool Vni(StringBuilder typed, char key) => key switch
    {
        '6' => Change(typed, 'a', 'â') || Change(typed, 'e', 'ê') || Change(typed, 'o', 'ô'),
        '7' => Horn(typed),
        '8' => Change(typed, 'a', 'ă'),
        '9' => Change(typed, 'd', 'đ'),
        _ => false,
    };

    private static bool Horn(StringBuilder typed)
    {
        var text = typed.ToString();
        if (text.Contains("uo", StringComparison.Ordinal))
            typed.Replace("uo", "ươ");
        else if (text.Contains("ưo", StringComparison.Ordinal))
            typed.Replace("ưo", "ươ");
        else
            return Change(typed, 'o', 'ơ') || Change(typed, 'u', 'ư');

        return true;
    }

    // A lone w is ư: "tw" for "tư".
    private static bool Bare(StringBuilder typed)
    {
        typed.Append('ư');
        return true;
    }

    private static bool Change(StringBuilder typed, char plain, char shaped)
    {
        var place = typed.ToString().LastIndexOf(plain);
        if (place < 0)
            return false;

        typed[place] = shaped;
        return true;
    }

    private static bool HasVowel(StringBuilder typed) => typed.ToString().AsSpan().ContainsAny("aăâeêioôơuưy");

    [GeneratedRegex("[A-Za-z][A-Za-z0-9]*")]
    private static partial Regex Words();
}
