using ChatBot.Talk;
using ChatBot.Talk.Activities;
using ChatBot.Talk.Handoff;
using ChatBot.Web.Channels;
using ChatBot.Web.Conversations;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using ChatBot.Web.Tests.Houses;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Stopwatch = System.Diagnostics.Stopwatch;

namespace ChatBot.Web.Tests.Conversations;

/// <summary>What <see cref="OwnershipTests"/> asks of the rules, asked of the whole program: its own loops take the turns and send, between what the others do.</summary>
public sealed class InterleavingTests(ITestOutputHelper output)
{
    private const int Batches = 20, InABatch = 500;

    private static readonly Gen<Step[][]> Walks = Gen.Int[0, Enum.GetValues<Step>().Length - 1].Select(it => (Step)it).Array[3, 10].Array[InABatch];

    private static readonly StaffMember Hoa = Some.Advisor(), Nam = Some.Advisor("Anh Nam"), Lan = Some.Advisor("Cô Lan");

    private static int people;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>What one side does next; bot and sender go by themselves.</summary>
    private enum Step
    {
        WorkerWrites, WorkerAsksForPerson, WorkerWantsBot, PageAnswers, TimerRunsOut,
        HoaTakes, HoaSays, HoaPassesToNam, HoaReturns, HoaLeavesToBot, HoaEnds, HoaNotes,
        NamTakes, NamTakesOver, NamSays, NamReturns, NamEnds,
    }

    [Fact]
    public async Task Bot_and_advisors_never_both_speak_nothing_leaves_twice_and_nobody_waits_unseen()
    {
        await using var house = await House.Open(Database.Sqlite, plan => plan.Bot = Answer);
        await house.Read(Prepare);
        var (watch, walked, steps) = (Stopwatch.StartNew(), 0, 0);
        await Walks.SampleAsync(async walks =>
        {
            await Task.WhenAll(walks.Select(walk => Go(house, walk, $"w{Interlocked.Increment(ref people)}")));
            await TimersAreDone(house);
            await house.Quiet();
            await NobodyIsUnseen(house);
            await OwnersAndCasesAgree(house);
            (walked, steps) = (walked + walks.Length, steps + walks.Sum(it => it.Length + 1));
        }, iter: Batches, threads: 1);

        Assert.Empty(await house.Read(db => db.Database.SqlQuery<string>($"""
            SELECT seen."What" || ' ' || seen."Reply" AS "Value" FROM "Seen" AS seen
            WHERE seen."Speaker" = {(int)Speaker.Advisor}
              AND NOT EXISTS (SELECT 1 FROM "Seen" AS later WHERE later."Reply" = seen."Reply" AND later."Id" > seen."Id" AND later."What" = 'dropped')
            """).ToListAsync(Cancel)));
        var carried = house.Channel.Carried.Select(it => it.Key).ToList();
        Assert.Equal(carried.Distinct().Count(), carried.Count);
        Assert.Equal(carried.Count, await house.Read(db => db.Outbox.CountAsync(it => it.State == OutboxState.Sent, Cancel)));
        Assert.Null(await house.Read(db => db.VerifyAudit(Cancel)));
        Assert.True(walked >= Batches * InABatch);
        output.WriteLine($"{walked} interleavings of {steps} steps, {carried.Count} messages sent, in {watch.Elapsed.TotalSeconds:F0} s");
    }

    private static Turn Answer(Conversation before, Activity activity) => (activity.Text, before.Speaker) switch
    {
        ("người", Speaker.Bot) => new Turn(before, [new Activity { Text = "Có người đến" }]) { Notes = [new Note.HandedOver("Cần người", false)] },
        ("bot", Speaker.WaitingForAdvisor) => new Turn(before, [new Activity { Text = "Vâng" }]) { Notes = [new Note.Returned()] },
        (_, Speaker.Bot) => new Turn(before, [new Activity { Text = "Một" }, new Activity { Text = "Hai" }]),
        _ => new Turn(before, []),
    };

    // The database itself notes who spoke at the very moment a bot's word was written or taken for sending.
    private static async Task<int> Prepare(ChatDb db)
    {
        db.Users.AddRange(Hoa, Nam);
        await db.SaveChangesAsync(Cancel);
        FormattableString[] notes =
        [
            $"""CREATE TABLE "Seen" ("Id" INTEGER PRIMARY KEY, "What" TEXT, "Reply" INTEGER, "Speaker" INTEGER)""",
            $"""
            CREATE TRIGGER "Writes" AFTER INSERT ON "Outbox" WHEN NEW."Author" = 1 BEGIN
              INSERT INTO "Seen" ("What", "Reply", "Speaker") SELECT 'written', NEW."Id", "Speaker" FROM "Conversations" WHERE "Id" = NEW."ConversationId"; END
            """,
            $"""
            CREATE TRIGGER "Takes" AFTER UPDATE OF "State" ON "Outbox" WHEN NEW."Author" = 1 AND NEW."State" = 1 AND NOT NEW."HandsOver" BEGIN
              INSERT INTO "Seen" ("What", "Reply", "Speaker") SELECT 'taken', NEW."Id", "Speaker" FROM "Conversations" WHERE "Id" = NEW."ConversationId"; END
            """,
            $"""
            CREATE TRIGGER "Drops" AFTER UPDATE OF "State" ON "Outbox" WHEN NEW."State" = 5 BEGIN
              INSERT INTO "Seen" ("What", "Reply", "Speaker") VALUES ('dropped', NEW."Id", 0); END
            """,
        ];
        foreach (var note in notes)
            await db.Database.ExecuteSqlAsync(note, Cancel);
        return notes.Length;
    }

    private static async Task Go(House house, Step[] walk, string person)
    {
        // Nothing can be done with a conversation before there is one.
        await Take(house, Step.WorkerWrites, person);
        foreach (var step in walk)
            await Take(house, step, person);
    }

    private static Task Take(House house, Step step, string person)
    {
        var (desk, id) = (house.Get<Handoffs>(), $"false:p1:{person}");
        return step switch
        {
            Step.WorkerWrites => house.Brings(Some.Message("hỏi", person)),
            Step.WorkerAsksForPerson => house.Brings(Some.Message("người", person)),
            Step.WorkerWantsBot => house.Brings(Some.Message("bot", person)),
            Step.PageAnswers => house.Brings(Some.Message("từ Trang", person) with { Kind = IncomingKind.AnsweredOutside }),
            Step.TimerRunsOut => RunOut(house, id),
            Step.HoaTakes => desk.Take(id, Hoa, Cancel),
            Step.HoaSays => desk.Say(id, Hoa, "Chào bạn", Cancel),
            Step.HoaPassesToNam => desk.Pass(id, Nam.Id, Hoa, Cancel),
            Step.HoaReturns => desk.Return(id, Hoa, Cancel),
            Step.HoaLeavesToBot => desk.LeaveToBot(id, Hoa, Cancel),
            Step.HoaEnds => desk.End(id, Hoa, CaseResult.Solved, Cancel),
            Step.HoaNotes => desk.WriteNote(id, Hoa, "Nhớ gọi lại", Cancel),
            Step.NamTakes => desk.Take(id, Nam, Cancel),
            Step.NamTakesOver => desk.TakeOver(id, Hoa.Id, Nam, Cancel),
            Step.NamSays => desk.Say(id, Nam, "Mình đây", Cancel),
            Step.NamReturns => desk.Return(id, Nam, Cancel),
            _ => desk.End(id, Nam, CaseResult.Referred, Cancel),
        };
    }

    private static Task<int> RunOut(House house, string conversation)
    {
        var now = house.Clock.GetUtcNow();
        return house.Get<GroupCommit>().Write((db, token) => db.Conversations.Where(it => it.Id == conversation && it.OfferAt != null)
            .ExecuteUpdateAsync(it => it.SetProperty(row => row.OfferAt, now), token), Cancel);
    }

    // While a timer is worked on it stands half a minute away; all others are an hour on duty away.
    private static Task TimersAreDone(House house)
    {
        var soon = house.Clock.GetUtcNow().AddMinutes(1);
        return house.Until(async () => !await house.Read(db => db.Conversations.AnyAsync(it => it.OfferAt < soon, Cancel)));
    }

    private static async Task NobodyIsUnseen(House house)
    {
        var all = await house.Read(db => db.Conversations.Select(it => it.Id).ToListAsync(Cancel));
        foreach (var sight in (DeskSight[])[new(Hoa), new(Nam), new(Lan, IsHead: true)])
        {
            var listed = new List<string>();
            foreach (var list in Enum.GetValues<DeskList>())
                listed.AddRange(await house.Read(db => sight.Of(db.Conversations.Where(DeskLists.Holds(list, sight.Staff.Id)), db).Select(it => it.Id).ToListAsync(Cancel)));
            Assert.Equal(all.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
        }
    }

    private static async Task OwnersAndCasesAgree(House house)
    {
        var rows = await house.Read(db => db.Conversations.AsNoTracking().ToListAsync(Cancel));
        var open = await house.Read(db => db.Cases.AsNoTracking().Where(it => it.EndedAt == null).ToDictionaryAsync(it => it.ConversationId, Cancel));
        Assert.All(rows, row => Assert.Equal(row.Speaker != Speaker.Bot, row.Case is not null));
        Assert.All(rows, row => Assert.Equal(row.Case, open.GetValueOrDefault(row.Id)?.Id));
        Assert.All(rows.Where(it => it.Owner is not null), row => Assert.Equal((Speaker.Advisor, row.Owner), (row.Speaker, open[row.Id].Owner)));
    }
}
