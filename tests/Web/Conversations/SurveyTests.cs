using ChatBot.Talk.Handoff;
using ChatBot.Talk.Handoff.Calendar;
using ChatBot.Web.Conversations;
using ChatBot.Web.Conversations.Cases;
using ChatBot.Web.Data.Rows;
using ChatBot.Web.Tests.Houses;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Tests.Conversations;

public sealed class SurveyTests
{
    private const string An = "false:p1:an";

    private const string Question = "Lần tư vấn vừa rồi giúp được bạn đến đâu?";

    private static readonly StaffMember Hoa = Some.Advisor();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnEveryDatabase]
    public async Task After_the_end_it_is_asked_once_and_the_answer_is_kept_with_the_case(Database database)
    {
        await using var house = await Ended(database, CaseResult.Solved);
        await house.After(TimeSpan.FromMinutes(4));
        Assert.Equal(0, Asked(house));
        await house.After(TimeSpan.FromMinutes(1));
        Assert.Equal(1, Asked(house));

        await house.Hears("4");
        await house.Hears("góp ý thêm");
        await house.Hears("chị Hoa nói dễ hiểu");
        await house.After(TimeSpan.FromDays(3));

        Assert.Equal(1, Asked(house));
        Assert.Contains("Cảm ơn bạn đã cho điểm.", house.Channel.Texts[^3], StringComparison.Ordinal);
        var ended = await Case(house);
        Assert.Equal((4, "chị Hoa nói dễ hiểu", null), (ended.SurveyScore, ended.SurveyWords, ended.SurveyDueAt));
        Assert.NotNull(ended.SurveyAskedAt);
        Assert.Equal(1, await house.Read(db => db.Cases.CountAsync(Cancel)));
    }

    [Theory, OnEveryDatabase]
    public async Task It_waits_for_a_pause_and_is_not_asked_of_whoever_calls_again(Database database)
    {
        await using var house = await Ended(database, CaseResult.Advised);
        await house.After(TimeSpan.FromMinutes(4));
        await house.Hears("cảm ơn");
        await house.After(TimeSpan.FromMinutes(1));
        Assert.Equal(0, Asked(house));
        await house.Hears("gặp tư vấn viên");
        await house.After(TimeSpan.FromMinutes(10));

        Assert.Equal(0, Asked(house));
        Assert.Equal(0, await house.Read(db => db.Cases.CountAsync(it => it.SurveyDueAt != null || it.SurveyAskedAt != null, Cancel)));
    }

    [Theory, InlineData(CaseResult.Unreachable), InlineData(CaseResult.Duplicate), InlineData(CaseResult.OutOfScope)]
    public async Task Whom_nobody_helped_is_not_asked(CaseResult result)
    {
        await using var house = await Ended(Database.Sqlite, result);
        await house.After(TimeSpan.FromMinutes(10));

        Assert.Equal(0, Asked(house));
    }

    [Theory, OnEveryDatabase]
    public async Task Outside_the_channels_window_nothing_is_asked(Database database)
    {
        await using var house = await Ended(database, CaseResult.Solved, (TimeSpan.FromMinutes(4), TimeSpan.FromDays(7)));
        await house.After(TimeSpan.FromMinutes(5));

        Assert.Equal(0, Asked(house));
        Assert.Equal((null, null), ((await Case(house)).SurveyDueAt, (await Case(house)).SurveyAskedAt));
    }

    [Theory, OnEveryDatabase]
    public async Task Two_machines_ask_once_and_deleted_words_are_gone(Database database)
    {
        await using var house = await Ended(database, CaseResult.Solved);
        await using var beside = await house.Beside(plan => plan.Bot = null);
        await house.After(TimeSpan.FromMinutes(5));
        await beside.Quiet();
        Assert.Equal(1, Asked(house));

        await house.Hears("5");
        await house.Hears("góp ý");
        await house.Hears("tốt lắm");
        await house.Hears("xóa dữ liệu của tôi");
        await house.Hears("đồng ý xóa");
        await house.After(TimeSpan.FromSeconds(2));
        await house.Until(async () => (await Case(house)).SurveyWords is null);
        Assert.Equal(5, (await Case(house)).SurveyScore);
    }

    [Theory]
    [InlineData("2026-11-23 16:59", "2026-11-23 17:04")]
    [InlineData("2026-11-23 20:54", "2026-11-23 20:59")]
    [InlineData("2026-11-23 20:55", "2026-11-25 07:30")] // a holiday between
    [InlineData("2026-11-25 06:54", "2026-11-25 07:30")]
    [InlineData("2026-11-25 06:55", "2026-11-25 07:00")]
    [InlineData("2026-11-28 10:00", "2026-11-28 10:05")]
    [InlineData("2026-11-28 23:00", "2026-11-30 07:30")]
    [InlineData("2027-02-04 20:56", "2027-02-12 07:30")] // Tết
    public void Nobody_is_asked_at_night(string ended, string asked) =>
        Assert.Equal(At(asked), SurveyTime.DueAt(At(ended), TimeSpan.FromMinutes(5), Shipped));

    private static WorkCalendar Shipped { get; } = CalendarReader.Read(File.ReadAllText(Path.Combine(Repository.Root, "knowledge-base", CalendarReader.File)), []);

    private static DateTimeOffset At(string moment) => new(DateTime.Parse(moment, System.Globalization.CultureInfo.InvariantCulture), OfficeHours.Offset);

    private static async Task<House> Ended(Database database, CaseResult result, (TimeSpan Bot, TimeSpan Person)? windows = null)
    {
        var house = await House.Open(database, plan =>
        {
            plan.Bot = null;
            plan.Channel.Windows = windows;
        });
        await house.Hears("gặp tư vấn viên");
        await house.Get<Handoffs>().Take(An, Hoa, Cancel);
        await house.Get<Handoffs>().Say(An, Hoa, "Chào bạn", Cancel);
        await house.Get<Handoffs>().End(An, Hoa, result, Cancel);
        await house.Quiet();
        return house;
    }

    private static int Asked(House house) => house.Channel.Texts.Count(it => it.Contains(Question, StringComparison.Ordinal));

    private static Task<CaseRow> Case(House house) => house.Read(db => db.Cases.AsNoTracking().OrderBy(it => it.Id).FirstAsync(Cancel));
}
