using ChatBot.Talk.Handoff;
using ChatBot.Talk.Handoff.Calendar;
using ChatBot.Web.Data.Rows;
using ChatBot.Web.Tests.Houses;

namespace ChatBot.Web.Tests.Staff.Heads;

/// <summary>A week at the desk, put straight into the database.</summary>
internal static class SomeCases
{
    public static DateTimeOffset At(int day, int hour, int minute) => new DateTimeOffset(2026, 11, 1, hour, minute, 0, OfficeHours.Offset).AddDays(day - 1);

    public static CaseRow Of(int number, DateTimeOffset opened, string channel = "webchat") => new()
    {
        Number = $"2026-{number:D5}",
        ConversationId = $"{channel}:p1:{number}",
        OpenedAt = opened,
        FirstDueAt = opened.AddHours(4),
        EndDueAt = opened.AddDays(3),
    };

    public static Task<int> Bring(House house, params CaseRow[] cases) => house.Read(async db =>
    {
        db.Conversations.AddRange(cases.Select(it => Conversation(it, Speaker.WaitingForAdvisor, null)));
        db.Cases.AddRange(cases);
        return await db.SaveChangesAsync();
    });

    /// <summary>Three ended, of which one went back to the bot; one is held, one waits, and one has waited since the week before.</summary>
    public static Task<int> Bring(House house) => house.Read(async db =>
    {
        var (hoa, nam) = (Some.Advisor(), Some.Advisor("Anh Nam"));
        db.Users.AddRange(hoa, nam);
        var (first, second, third, held, waits, old) = (Of(1, At(23, 9, 0), "messenger"), Of(2, At(25, 11, 0), "messenger"), Of(3, At(26, 9, 0)), Of(4, At(27, 15, 30), "messenger"), Of(5, At(27, 15, 55)), Of(6, At(20, 9, 0)));
        (first.FirstAnsweredAt, first.EndedAt, first.Result, first.Owner, first.Area) = (At(23, 9, 20), At(23, 9, 30), CaseResult.Solved, hoa.Id, "tien-luong");
        // Answered and ended after lunch, which does not count: 60 and 150 minutes on duty.
        (second.FirstAnsweredAt, second.EndedAt, second.Result, second.Owner, second.Area) = (At(25, 14, 0), At(25, 15, 30), CaseResult.Solved, hoa.Id, "tien-luong");
        (third.EndedAt, third.Result, third.Area, third.FirstDueAt) = (At(26, 9, 40), CaseResult.LeftToBot, "tien-luong", At(26, 9, 30));
        (first.SurveyAskedAt, first.SurveyScore, second.SurveyAskedAt) = (At(23, 9, 35), 4, At(25, 15, 35));
        (held.FirstAnsweredAt, held.Owner) = (At(27, 15, 40), nam.Id);
        db.Conversations.AddRange(
            Conversation(first, Speaker.Bot, null), Conversation(second, Speaker.Bot, null), Conversation(third, Speaker.Bot, null),
            Conversation(held, Speaker.Advisor, nam.Id), Conversation(waits, Speaker.WaitingForAdvisor, null), Conversation(old, Speaker.WaitingForAdvisor, null));
        db.Cases.AddRange(first, second, third, held, old);
        db.Cases.Add(new CaseRow { Number = waits.Number, ConversationId = waits.ConversationId, OpenedAt = waits.OpenedAt, FirstDueAt = waits.FirstDueAt, EndDueAt = waits.EndDueAt, ReopenedFrom = 1 });
        db.Duties.Add(new DutyRow { Staff = hoa.Id, Day = new(2026, 11, 27), Sitting = Sitting.Afternoon });
        db.Duties.Add(new DutyRow { Staff = nam.Id, Day = new(2026, 11, 27), Sitting = Sitting.Morning });
        return await db.SaveChangesAsync();
    });

    private static ConversationRow Conversation(CaseRow of, Speaker speaker, string? owner) => new()
    {
        Id = of.ConversationId,
        Channel = of.ConversationId.Split(':')[0],
        Page = "p1",
        Person = of.ConversationId.Split(':')[2],
        Name = "Nguyễn Thị Bí Mật",
        Speaker = speaker,
        Owner = owner,
    };
}
