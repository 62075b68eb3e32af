using System.Text;

namespace ChatBot.Knowledge.Vietnamese;

/// <summary>Puts the tone mark of a syllable where one school of spelling has it: <c>hoà</c> → <c>hòa</c>, <c>thuỷ</c> → <c>thủy</c>.</summary>
public static class Tones
{
    private const string Marks = "\u0300\u0301\u0303\u0309\u0323";
    private const string Vowels = "aăâeêioôơuưy";
    private const string Strong = "ăâêôơ";
    private const string Tildes = "ãẵẫẽễĩõỗỡũữỹ", Hooks = "ảẳẩẻểỉỏổởủửỷ";
    private const string Ys = "yýỳỷỵ", Is = "iíìỉị";

    /// <summary>Takes a syllable in lower case and composed letters; what is no syllable comes back as it was.</summary>
    public static string Unify(string syllable)
    {
        if (!MayDiffer(syllable))
            return syllable;

        var (bare, mark) = Split(syllable);
        return mark == '\0' ? syllable : Put(bare, mark);
    }

    /// <summary>One spelling for what many write by ear: <c>kỹ luật</c> and <c>kỉ luật</c> for <c>kỷ luật</c>, <c>nghĩ việc</c> for <c>nghỉ việc</c>.</summary>
    /// <remarks>South of Nghệ An the tilde is spoken like the hook, and i or y alone behind a consonant is a matter of taste.</remarks>
    public static string Spoken(string syllable)
    {
        var tilde = syllable.AsSpan().IndexOfAny(Tildes);
        var spoken = tilde < 0 ? syllable : syllable.Replace(syllable[tilde], Hooks[Tildes.IndexOf(syllable[tilde])]);
        var end = spoken.Length - 1;
        return end > 0 && Ys.IndexOf(spoken[end]) is >= 0 and var y && !Vowels.Contains(Text.Fold(spoken[end - 1].ToString())[0])
            ? $"{spoken[..end]}{Is[y]}"
            : spoken;
    }

    /// <summary>Sets <paramref name="mark"/>, a combining tone mark, on a syllable that has none.</summary>
    public static string Put(string bare, char mark)
    {
        var place = Place(bare);
        return place < 0 || mark == '\0' ? bare : $"{bare[..(place + 1)]}{mark}{bare[(place + 1)..]}".Normalize();
    }

    // The schools differ over oa, oe and uy only; most syllables need no second look.
    private static bool MayDiffer(string syllable)
    {
        for (var i = 1; i < syllable.Length; i++)
        {
            if ("ouòóỏõọùúủũụ".Contains(syllable[i - 1]) && "aeyàáảãạèéẻẽẹỳýỷỹỵ".Contains(syllable[i]))
                return true;
        }

        return false;
    }

    private static (string Bare, char Mark) Split(string syllable)
    {
        var bare = new StringBuilder(syllable.Length + 2);
        var mark = '\0';
        foreach (var letter in syllable.Normalize(NormalizationForm.FormD))
        {
            if (Marks.Contains(letter))
                mark = letter;
            else
                bare.Append(letter);
        }

        return (bare.ToString().Normalize(), mark);
    }

    // The letter that carries the tone; -1 without a vowel.
    private static int Place(string bare)
    {
        var first = FirstVowel(bare);
        var last = first;
        while (last >= 0 && last + 1 < bare.Length && Vowels.Contains(bare[last + 1]))
            last++;
        if (first < 0)
            return first;

        var group = bare.AsSpan(first, last - first + 1);
        return first + WithinGroup(group, last + 1 < bare.Length);
    }

    private static int WithinGroup(ReadOnlySpan<char> group, bool consonantFollows) => group.LastIndexOfAny(Strong) switch
    {
        >= 0 and var strong => strong,
        _ when group.Contains('ư') => group.IndexOf('ư'),
        _ => group.Length switch { 1 => 0, 2 => consonantFollows ? 1 : 0, _ => 1 },
    };

    // In "quý" and "giá" the u and the i belong to the consonant.
    private static int FirstVowel(string bare)
    {
        var start = bare.StartsWith("qu", StringComparison.Ordinal) || bare.StartsWith("gi", StringComparison.Ordinal) ? 2 : 0;
        if (start == 2 && (bare.Length == 2 || !Vowels.Contains(bare[2])))
            start = 1;

        var found = bare.AsSpan(start).IndexOfAny(Vowels);
        return found < 0 ? -1 : start + found;
    }
}
