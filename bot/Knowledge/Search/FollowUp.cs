namespace ChatBot.Knowledge.Search;

/// <summary>Tells whether a message leans on the question before it: <c>còn lao động nữ thì sao?</c></summary>
internal static class FollowUp
{
    private const int LongestFollowUp = 14;

    // Shorter ones that name a matter may lean on the former question without a word that says so.
    private const int Short = 6;

    private static readonly string[] Leaning =
        ["còn", "thế còn", "vậy còn", "thế thì", "vậy thì", "nếu", "thì sao", "trường hợp đó", "cái đó", "lỡ", "ví dụ", "thế nếu", "vậy nếu"];

    private static readonly PhraseText[] LeaningPhrases = [.. Leaning.Select(it => new PhraseText(it))];

    /// <param name="alone">What the message says by itself.</param>
    public static bool Is(Reading alone)
    {
        var phrases = alone.Wanted.Phrases;
        if (phrases.Length <= LongestFollowUp && LeaningPhrases.Any(phrases.Contains))
            return true;

        // "cảm ơn bạn nhiều nha" names nothing; a question that stands firmly alone needs no help.
        var firm = alone.Ranked.Count > 0 && alone.Ranked[0].Score >= alone.Evidence.Index.Content.Thresholds.Answer;
        return phrases.Length <= Short && !firm && alone.Wanted.Concepts.Count > 0;
    }
}
