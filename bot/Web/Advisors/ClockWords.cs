using ChatBot.Web.Conversations.Cases;
using ChatBot.Web.Data.Rows;

namespace ChatBot.Web.Advisors;

/// <summary>A clock as the desk shows it.</summary>
/// <param name="IsOver">It has run out; said in the words too, because not everybody sees the colour.</param>
/// <param name="IsNear">Less than an hour is left, or two messages.</param>
public sealed record ClockWords(string Text, bool IsOver, bool IsNear)
{
    private static readonly TimeSpan Near = TimeSpan.FromHours(1);

    /// <summary>So many messages are worth counting.</summary>
    private const int FewMessages = 9;

    /// <summary>The promise, then the channel's window and the messages it still takes; empty: nothing runs out.</summary>
    public static IReadOnlyList<ClockWords> Of(ConversationRow conversation, Clocks? clocks, DateTimeOffset now)
    {
        if (clocks is null || conversation.Case is null)
            return [];
        var name = DeskWords.Channel(conversation.Channel);
        return [.. new[] { clocks.Promise is { } promise ? Of(promise) : null, Of(clocks.Window, name, now), Left(clocks.Window, name) }.OfType<ClockWords>()];
    }

    private static ClockWords Of(Promise promise)
    {
        var what = promise.IsFirstAnswer ? "lời hứa" : "hạn kết thúc";
        return promise.IsOverdue
            ? new($"quá hạn {Hours(-promise.Left)} · {what}", true, false)
            : new($"còn {Hours(promise.Left)} · {what}", false, promise.Left < Near);
    }

    private static ClockWords? Of(Channels.Window? window, string channel, DateTimeOffset now) => window switch
    {
        null => new($"kênh đang tắt · {channel}", true, false),
        { PersonUntil: null } => null,
        { PersonUntil: { } until } when until < now => new($"hết giờ gửi · {channel}", true, false),
        { PersonUntil: { } until } => new($"còn {Days(until - now)} · {channel}", false, until - now < Near),
    };

    private static ClockWords? Left(Channels.Window? window, string channel) => window?.MessagesLeft switch
    {
        0 => new($"hết tin gửi · {channel}", true, false),
        <= FewMessages and var left => new($"còn {left} tin · {channel}", false, left <= 2),
        _ => null,
    };

    // Time on duty: a day of it has seven and a half hours, so days would mislead.
    private static string Hours(TimeSpan span) => span.TotalHours < 1 ? DeskWords.Long(span)
        : span.Minutes == 0 ? $"{(int)span.TotalHours} giờ" : $"{(int)span.TotalHours} giờ {span.Minutes} phút";

    private static string Days(TimeSpan span) => span is { TotalDays: >= 1, Hours: > 0 } ? $"{span.Days} ngày {span.Hours} giờ" : DeskWords.Long(span);
}
