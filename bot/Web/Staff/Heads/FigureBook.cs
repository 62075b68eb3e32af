using System.Globalization;
using ChatBot.Talk.Handoff;
using ChatBot.Talk.Handoff.Calendar;
using ChatBot.Web.Channels;
using ChatBot.Web.Conversations.Cases;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using ChatBot.Web.Reading;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Staff.Heads;

/// <summary>Counts the cases of a period. What it returns is both the screen and the export; nothing in it is about a single worker.</summary>
public sealed class FigureBook(IDbContextFactory<ChatDb> databases, Roster roster, Promises promises, TimeProvider time)
{
    // More days than these are told by week: a phone shows a fortnight at a glance.
    private const int MostDays = 14;

    private const string Summary = "Tổng quan", Times = "Thời gian xử lý", Waits = "Chờ trả lời lần đầu, trung vị", Satisfaction = "Hài lòng", Load = "Tư vấn viên", Duty = "Đang trực";

    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    private WorkCalendar Calendar => promises.Calendar;

    public async Task<IReadOnlyList<Figure>> Read(Period period, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var counted = new Counted(period, now, await Facts(db, period, cancellationToken));
        var waiting = await db.Conversations.CountAsync(it => it.Speaker == Speaker.WaitingForAdvisor, cancellationToken);
        return
        [
            new(Summary, "Từ ngày", OfficeDay.Say(period.From), ""),
            new(Summary, "Đến hết ngày", OfficeDay.Say(period.Until), ""),
            Figure.Count(Summary, "Đang chờ tư vấn viên (lúc này)", waiting),
            Figure.Count(Summary, "Chưa trả lời, đã quá hạn (lúc này)", counted.OverdueNow),
            Figure.Count(Summary, "Mở trong kỳ", counted.Opened.Count),
            Figure.Count(Summary, "Trong đó mở lại việc cũ", counted.Opened.Count(it => it.IsReopened)),
            Figure.Count(Summary, "Trong đó trả lời lần đầu quá hạn", counted.OverdueOfPeriod),
            Figure.Count(Summary, "Kết thúc trong kỳ", counted.Ended.Count),
            .. TimesOf(counted),
            .. WaitsOf(counted, period),
            .. Figure.Shares("Lĩnh vực", counted.Opened.Select(it => it.Area is null ? "Chưa xếp" : Areas.Name(it.Area))),
            .. Figure.Shares("Kênh", counted.Opened.Select(it => ChannelName(it.Channel))),
            .. Figure.Shares("Kết quả", counted.Ended.Select(it => CaseResults.Say(it.Result ?? CaseResult.LeftToBot))),
            .. SatisfactionOf(counted.Ended),
            .. Figure.WithBars([.. await LoadOf(db, counted, cancellationToken)]),
            .. (await roster.Now(cancellationToken)).Select(it => new Figure(Duty, it.Who.DisplayName, Sittings.Say(it.Sitting), "")),
        ];
    }

    private IEnumerable<Figure> TimesOf(Counted counted)
    {
        var first = counted.Opened.Where(it => it.FirstAnsweredAt is not null).Select(it => Minutes(it.OpenedAt, it.FirstAnsweredAt!.Value)).ToList();
        // What went back to the bot was resolved by nobody.
        var whole = counted.Ended.Where(it => it.Result != CaseResult.LeftToBot).Select(it => Minutes(it.OpenedAt, it.EndedAt!.Value)).ToList();
        return
        [
            Figure.Minutes(Times, "Trả lời lần đầu, trung vị", first, 0.5),
            Figure.Minutes(Times, "Trả lời lần đầu, 90% không quá", first, 0.9),
            Figure.Minutes(Times, "Giải quyết, trung vị", whole, 0.5),
            Figure.Minutes(Times, "Giải quyết, 90% không quá", whole, 0.9),
        ];
    }

    // By the day on which the worker called; a day without a call or an answer says nothing.
    private IEnumerable<Figure> WaitsOf(Counted counted, Period period)
    {
        var byWeek = period.Until.DayNumber - period.From.DayNumber >= MostDays;
        var groups = counted.Opened.Where(it => it.FirstAnsweredAt is not null)
            .GroupBy(it => OfficeHours.DayOf(it.OpenedAt) is var day && byWeek ? OfficeDay.MondayOf(day) : day).OrderBy(it => it.Key);
        return Figure.WithBars([.. groups.Select(it => Figure.Minutes(
            Waits, byWeek ? $"Tuần từ {OfficeDay.Say(it.Key)}" : OfficeDay.SayWeekday(it.Key), [.. it.Select(one => Minutes(one.OpenedAt, one.FirstAnsweredAt!.Value))], 0.5))]);
    }

    private static IEnumerable<Figure> SatisfactionOf(IReadOnlyList<CaseFact> ended)
    {
        var scores = ended.Where(it => it.Score is not null).Select(it => it.Score!.Value).ToList();
        return !ended.Any(it => it.IsAsked) ? [] :
        [
            Figure.Count(Satisfaction, "Đã hỏi", ended.Count(it => it.IsAsked)),
            Figure.Count(Satisfaction, "Đã chấm điểm", scores.Count),
            new(Satisfaction, "Điểm trung bình", scores.Count == 0 ? "chưa có" : scores.Average().ToString("0.0", Vietnamese), "trên 5"),
            .. Figure.Shares(Satisfaction, scores.Select(it => $"{it} điểm")).OrderByDescending(it => it.Name, StringComparer.Ordinal),
        ];
    }

    private double Minutes(DateTimeOffset from, DateTimeOffset until) => Calendar.Between(from, until).TotalMinutes;

    // Read once, and all that is counted is counted of it: what ended or opened in the period, and what is open now.
    private static Task<List<CaseFact>> Facts(ChatDb db, Period period, CancellationToken cancellationToken)
    {
        var (begin, end) = (period.Begin, period.End);
        return db.Cases.AsNoTracking()
            .Where(it => (it.OpenedAt >= begin && it.OpenedAt < end) || (it.EndedAt >= begin && it.EndedAt < end) || it.EndedAt == null)
            .Select(it => new CaseFact(it.OpenedAt, it.FirstDueAt, it.FirstAnsweredAt, it.EndedAt)
            {
                Result = it.Result,
                Area = it.Area,
                Owner = it.Owner,
                IsReopened = it.ReopenedFrom != null,
                IsAsked = it.SurveyAskedAt != null,
                Score = it.SurveyScore,
                Channel = db.Conversations.Where(row => row.Id == it.ConversationId).Select(row => row.Channel).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
    }

    private static async Task<IEnumerable<Figure>> LoadOf(ChatDb db, Counted counted, CancellationToken cancellationToken)
    {
        var held = await db.Conversations.Where(it => it.Speaker == Speaker.Advisor && it.Owner != null)
            .GroupBy(it => it.Owner!).Select(it => new { Owner = it.Key, Count = it.Count() }).ToDictionaryAsync(it => it.Owner, it => it.Count, cancellationToken);
        var ended = counted.Ended.Where(it => it.Owner is not null).GroupBy(it => it.Owner!).ToDictionary(it => it.Key, it => it.Count());
        var ids = held.Keys.Union(ended.Keys).ToList();
        var names = await db.Users.Where(it => ids.Contains(it.Id)).OrderBy(it => it.DisplayName).ThenBy(it => it.Id).Select(it => new { it.Id, it.DisplayName }).ToListAsync(cancellationToken);
        return names.SelectMany(it => (Figure[])
        [
            Figure.Count(Load, $"{it.DisplayName}: đang giữ", held.GetValueOrDefault(it.Id)),
            Figure.Count(Load, $"{it.DisplayName}: kết thúc trong kỳ", ended.GetValueOrDefault(it.Id)),
        ]);
    }

    private static string ChannelName(string? channel) => channel is null ? "Đã xóa" : ChannelNames.Of(channel);
}
