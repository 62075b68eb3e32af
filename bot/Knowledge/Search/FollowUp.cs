namespace ChatBot.Knowledge.Search;

/// <summary>Tells whether a message leans on the question before it: <c>còn lao động nữ thì sao?</c></summary>
internal static class FollowUp
{
    private const int LongestFollowUp = 12;

    // Shorter ones lean on the former question even without a word that says so, unless they stand firmly alone.
    private const int Short = 6;

    private static readonly PhraseText[] Leaning =
        [.. new[] { "còn", "thế", "vậy", "nếu", "trường hợp đó", "cái đó", "thế còn", "vậy còn", "thì sao", "ví dụ", "nhưng mà", "lỡ" }.Select(it => new PhraseText(it))];

    public static bool Is(Wanted own, Reading alone)
    {
        var length = own.Phrases.Length;
        var firm = alone.Ranked.Count > 0 && alone.Ranked[0].Score >= Thresholds.Answer;
        return (length <= LongestFollowUp && Leaning.Any(own.Phrases.Contains)) || (length <= Short && !firm);
    }
}
