using System.Text;
using ChatBot.Knowledge.Vietnamese;

namespace ChatBot.Knowledge.Tests.Search;

/// <summary>One question as different phones and hands bring it.</summary>
internal static class Spelled
{
    public static readonly IReadOnlyDictionary<string, Func<string, string>> Ways = new Dictionary<string, Func<string, string>>
    {
        ["as typed"] = it => it,
        ["without accents"] = WithoutAccents,
        ["hurried chat"] = Hurried,
        ["Telex left raw, or letters taken apart"] = it => it.Length % 2 == 0 ? RawTelex(it) : it.Normalize(NormalizationForm.FormD),
    };

    // Longest first, so that "hợp đồng lao động" is not "hđ lao động".
    private static readonly (string Whole, string Short)[] Shortened =
    [
        ("bao hiem that nghiep", "bhtn"), ("bao hiem xa hoi", "bhxh"), ("bao hiem y te", "bhyt"), ("hop dong lao dong", "hdld"), ("nguoi lao dong", "nld"), ("cong doan", "cd"),
        ("cong ty", "cty"), ("nhan vien", "nv"), ("bao hiem", "bh"), ("hop dong", "hd"), ("bao nhieu", "bn"), ("nhu the nao", "ntn"),
        ("khong", "ko"), ("duoc", "dc"), ("gi", "j"), ("roi", "r"), ("vay", "z"), ("voi", "vs"), ("em", "e"), ("anh", "a"), ("minh", "mk"), ("lam", "lm"), ("trong", "trg"), ("nguoi", "ng"),
    ];

    public static string WithoutAccents(string text) => Text.Fold(text);

    /// <summary>No accents, no capitals, no marks, and what everybody shortens shortened.</summary>
    public static string Hurried(string text)
    {
        var bare = $" {string.Join(' ', Syllable.Of(text).Select(Text.Fold))} ";
        foreach (var (whole, brief) in Shortened)
            bare = bare.Replace($" {whole} ", $" {brief} ", StringComparison.Ordinal);
        return bare.Trim();
    }

    /// <summary>The keys pressed, had the input method been off: <c>nghỉ đẻ</c> → <c>nghir ddeer</c>.</summary>
    public static string RawTelex(string text)
    {
        var keys = new StringBuilder();
        var tone = '\0';
        foreach (var letter in text.Normalize() + "\0")
        {
            if (!char.IsLetter(letter) && tone != '\0')
                (_, tone) = (keys.Append(tone), '\0');
            if (letter == '\0')
                break;

            var apart = char.IsSurrogate(letter) ? $"{letter}" : letter.ToString().Normalize(NormalizationForm.FormD);
            keys.Append(letter is 'đ' ? "dd" : letter is 'Đ' ? "DD" : apart[..1]);
            foreach (var mark in apart.Skip(1))
                tone = Press(mark, apart[0], keys) ?? tone;
        }

        return keys.ToString();
    }

    // A tone's key is pressed at the word's end, a shape's key at once.
    private static char? Press(char mark, char letter, StringBuilder keys)
    {
        switch (mark)
        {
            case '\u0301': return 's';
            case '\u0300': return 'f';
            case '\u0309': return 'r';
            case '\u0303': return 'x';
            case '\u0323': return 'j';
            default:
                keys.Append(mark == '\u0302' ? letter : 'w');
                return null;
        }
    }
}
