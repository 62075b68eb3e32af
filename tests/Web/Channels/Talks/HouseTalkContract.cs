using ChatBot.Web.Conversations;
using ChatBot.Web.Data.Rows;
using ChatBot.Web.Tests.Houses;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Tests.Channels.Talks;

/// <summary>The contract of talks for channels of the whole program: what it comes to stands in the database, and advisors sit at the desk.</summary>
public abstract class HouseTalkContract : TalkContract
{
    private static readonly StaffMember Hoa = Houses.Some.Advisor();

    private readonly Dictionary<string, int> read = [];
    private int numbers;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected House House { get; set; } = null!;

    /// <summary>A new id, as the platform gives each event.</summary>
    protected string NewId => $"id-{++numbers}";

    protected abstract string ConversationOf(string person);

    /// <summary>Everything the person has seen, from the first message on.</summary>
    protected abstract Task<IReadOnlyList<Shown>> All(string person);

    /// <summary>The house of the talks; the false platform is put into it by the channel.</summary>
    protected void Furnish(HousePlan plan)
    {
        (plan.Clock, plan.Bot) = (Clock, null);
        plan.Settings["Knowledge:Folder"] = LittleKnowledge.ForTalks;
        if (Site.Length > 0)
            plan.Settings["Site:Url"] = Site;
    }

    public override async Task<IReadOnlyList<Shown>> News(string person)
    {
        var all = await All(person);
        var news = all.Skip(read.GetValueOrDefault(person)).ToList();
        read[person] = all.Count;
        return news;
    }

    public override async Task Quiet()
    {
        await House.Quiet();
        // What is to be deleted is looked after once a second, and a token that ended while the clock was turned is renewed first.
        while (await House.Read(async db => await db.Conversations.AnyAsync(it => it.EraseAfter != null, Cancel) || await db.Outbox.AnyAsync(it => it.State == OutboxState.Waiting, Cancel)))
            await House.After(TimeSpan.FromSeconds(1));
    }

    public override async Task Staff(string person, Deed deed)
    {
        var desk = House.Get<Handoffs>();
        if (deed == Deed.AdvisorTakes)
        {
            Assert.Equal(HandoffResult.Done, await desk.Take(ConversationOf(person), Hoa, Cancel));
            Assert.Equal(HandoffResult.Done, await desk.Say(ConversationOf(person), Hoa, AdvisorSays, Cancel));
        }

        if (deed == Deed.AdvisorEnds)
            Assert.Equal(HandoffResult.Done, await desk.End(ConversationOf(person), Hoa, CaseResult.Advised, Cancel));
    }

    public override async Task<Outcome?> Outcome(string person)
    {
        var id = ConversationOf(person);
        if (await House.Read(db => db.Conversations.AsNoTracking().SingleOrDefaultAsync(it => it.Id == id, Cancel)) is not { } row)
            return null;
        var hasCase = await House.Read(db => db.Cases.AnyAsync(it => it.ConversationId == id && it.EndedAt == null, Cancel));
        var questions = await House.Read(db => db.Unanswered.Where(it => it.ConversationId == id).ToListAsync(Cancel));
        var thumbs = await House.Read(db => db.Feedback.Where(it => it.ConversationId == id).ToListAsync(Cancel));
        return new Outcome(Memory.Read(row), hasCase,
            [.. questions.Select(it => Talks.Outcome.Unanswered(it.Question)), .. thumbs.Select(it => Talks.Outcome.Feedback(it.Article, it.Helpful, it.Reason))]);
    }

    [Fact]
    public async Task An_advisors_long_words_are_read_whole()
    {
        var words = string.Join("\n\n", Enumerable.Range(1, 60).Select(it => $"{it}. Em giữ lại hợp đồng, phiếu lương và tin nhắn của quản đốc, rồi gửi đơn cho công đoàn cơ sở. Chị sẽ đi cùng em."));
        await Types("an", "gặp tư vấn viên");
        await Quiet();
        await Staff("an", Deed.AdvisorTakes);
        await Quiet();
        await News("an");

        Assert.Equal(HandoffResult.Done, await House.Get<Handoffs>().Say(ConversationOf("an"), Hoa, words, Cancel));
        await Quiet();

        var parts = await News("an");
        Assert.Equal(words, string.Join("\n\n", parts.Select(it => it.Text)));
        Assert.All(parts, Fits);
    }
}
