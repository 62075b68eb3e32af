using System.Linq.Expressions;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;

namespace ChatBot.Web.Conversations;

/// <summary>The order of those who wait: urgent first, then what runs out first, the promise or the channel's window. The database sorts, so that a reload shows the same and a long list loses none.</summary>
internal static class DeskOrder
{
    /// <param name="windows">How long after the worker's last word each channel lets a person write; a channel without a limit is not in it.</param>
    public static IQueryable<ConversationRow> ByWhatRunsOut(this IQueryable<ConversationRow> rows, ChatDb db, IReadOnlyDictionary<string, TimeSpan> windows) =>
        rows.Select(row => new Timed
        {
            Row = row,
            Due = db.Cases.Where(it => it.Id == row.Case).Select(it => (long?)(object)(it.FirstAnsweredAt == null ? it.FirstDueAt : it.EndDueAt)).FirstOrDefault() ?? long.MaxValue,
        })
        .OrderByDescending(it => it.Row.Urgent).ThenBy(RunsOut(windows)).ThenBy(it => it.Row.WaitingSince).ThenBy(it => it.Row.Id)
        .Select(it => it.Row);

    private static Expression<Func<Timed, long>> RunsOut(IReadOnlyDictionary<string, TimeSpan> windows)
    {
        Expression<Func<Timed, long>> promised = it => it.Due;
        return windows.Aggregate(promised, (otherwise, window) =>
        {
            var (channel, length) = (window.Key, (long)window.Value.TotalMilliseconds);
            return If(it => it.Row.Channel == channel && it.Row.LastHeardAt != null && (long)(object)it.Row.LastHeardAt + length < it.Due,
                it => (long)(object)it.Row.LastHeardAt! + length, otherwise);
        });
    }

    private static Expression<Func<Timed, long>> If(Expression<Func<Timed, bool>> test, Expression<Func<Timed, long>> then, Expression<Func<Timed, long>> otherwise)
    {
        var it = Expression.Parameter(typeof(Timed), "it");
        return Expression.Lambda<Func<Timed, long>>(Expression.Condition(Expression.Invoke(test, it), Expression.Invoke(then, it), Expression.Invoke(otherwise, it)), it);
    }

    private sealed class Timed
    {
        public required ConversationRow Row { get; init; }

        /// <summary>In milliseconds, as moments are stored.</summary>
        public long Due { get; init; }
    }
}
