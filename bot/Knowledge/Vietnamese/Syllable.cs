using System.Collections.Frozen;

namespace ChatBot.Knowledge.Vietnamese;

/// <summary>Knows which letters can make a Vietnamese syllable, and takes text apart into syllables.</summary>
public static class Syllable
{
    private static readonly string[] Onsets =
    [
        "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr",
        "b", "c", "d", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", "",
    ];

    private static readonly FrozenSet<string> Rimes = """
        a ac ach ai am an ang anh ao ap at au ay e ec em en eng eo ep et eu ech enh
        i ia ich iec iem ien ieng iep iet ieu im in inh ip it iu
        o oa oac oach oai oam oan oang oanh oao oap oat oay oc oe oen oeo oet oi om on ong op ot
        u ua uan uang uat uau uay uc ue uech uenh ui um un ung uo uoc uoi uom uon uong uop uot uou up ut uu
        uy uya uych uyen uyet uyn uynh uyt uyu y yem yen yet yeu
        """.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();

    /// <summary>True when the letters, lower case and without accents, can be a syllable.</summary>
    public static bool IsPossible(string folded) => folded.Length <= 7 && Onsets.Any(onset => Fits(folded, onset));

    /// <summary>The syllables and numbers of a text in lower case, composed, tones in one place; everything else only parts them.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var whole = Text.Normalize(text).ToLowerInvariant();
        var found = new List<string>();
        var start = -1;
        for (var i = 0; i <= whole.Length; i++)
        {
            var inside = i < whole.Length && char.IsLetterOrDigit(whole[i]);
            if (inside && start < 0)
                start = i;
            if (inside || start < 0)
                continue;
            found.Add(Tones.Unify(whole[start..i]));
            start = -1;
        }

        return found;
    }

    // "gì" and "giếng" share one i between consonant and vowel.
    private static bool Fits(string folded, string onset) => folded.StartsWith(onset, StringComparison.Ordinal)
        && (Rimes.Contains(folded[onset.Length..]) || (onset == "gi" && Rimes.Contains(folded[1..])));
}
