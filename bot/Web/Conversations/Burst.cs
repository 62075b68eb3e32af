using ChatBot.Talk.Activities;
using ChatBot.Web.Data.Rows;

namespace ChatBot.Web.Conversations;

/// <summary>People send one question in pieces: short texts one after the other are read as one. Everything else is a turn of its own.</summary>
internal static class Burst
{
    /// <summary>A longer text, in characters, is no piece.</summary>
    private const int LongestPiece = 80;

    /// <summary>After the first piece nobody waits longer than this.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(3);

    /// <summary>Bare numbers are no pieces: they choose.</summary>
    public static bool IsPiece(Activity activity) =>
        activity is { Type: ActivityTypes.Message, Value: null, Attachments: null or { Count: 0 }, Text: { Length: > 0 and <= LongestPiece } text }
        && text.Any(char.IsLetter);

    /// <summary>The messages of the next turn, of those that wait in their order; at least one.</summary>
    public static IReadOnlyList<InboxRow> Next(IReadOnlyList<InboxRow> waiting) =>
        waiting[0].IsPiece ? [.. waiting.TakeWhile(row => row.IsPiece)] : [waiting[0]];

    /// <summary>When the next turn may begin: <paramref name="pause"/> after its last piece; null when nothing waits.</summary>
    public static DateTimeOffset? DueAt(IReadOnlyList<InboxRow> waiting, TimeSpan pause)
    {
        if (waiting.Count == 0)
            return null;
        var next = Next(waiting);
        var last = next.Max(row => row.ReceivedAt);
        if (!next[0].IsPiece || next.Count < waiting.Count)
            return last;
        var latest = next.Min(row => row.ReceivedAt) + LongestWait;
        return last + pause < latest ? last + pause : latest;
    }

    /// <summary>One activity for all pieces: the last one, with all the texts.</summary>
    public static Activity Join(IReadOnlyList<Activity> pieces) =>
        pieces.Count == 1 ? pieces[0] : pieces[^1] with { Text = string.Join('\n', pieces.Select(piece => piece.Text)) };
}
