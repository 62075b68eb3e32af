using ChatBot.Knowledge.Search;
using ChatBot.Talk;
using ChatBot.Talk.Activities;
using ChatBot.Web.Data.Knowledge;
using ChatBot.Web.Tests.Houses;
using Microsoft.Extensions.Time.Testing;

namespace ChatBot.Web.Tests.Channels.Talks;

/// <summary>What must hold wherever people talk: the same talks come to the same as with the bot itself, and what is shown keeps within the platform's limits.</summary>
public abstract class TalkContract : IAsyncLifetime
{
    /// <summary>The first words of whoever takes a conversation.</summary>
    public const string AdvisorSays = "Chào em, chị Hoa bên công đoàn đây.";

    /// <summary>Longer than any channel carries in one message.</summary>
    private static readonly Talk Long = Talk.Read("one long question",
        [$"> {string.Join(' ', Enumerable.Repeat("Em làm ở xưởng may, hợp đồng không xác định thời hạn.", 50))} Em muốn nghỉ việc phải báo trước bao lâu?", "> nghỉ việc", "> 2"]);

    /// <summary>The bot without a channel.</summary>
    internal static Bot Itself { get; } = new(
        KnowledgeIndex.Build(KnowledgeFolder.Read(LittleKnowledge.ForTalks).Content), PhrasesFolder.Read(LittleKnowledge.ForTalks), CalendarFolder.Read(LittleKnowledge.ForTalks, []));

    private static IReadOnlyList<Talk> Talks { get; } = [.. Talk.All, Long];

    public FakeTimeProvider Clock { get; } = new(Talks.SelectMany(it => it.Lines).Min(it => it.At).AddMinutes(-1).ToUniversalTime());

    /// <summary>What buttons sent that were tapped long after they had been shown.</summary>
    public HashSet<string> Tapped { get; } = [];

    /// <summary>Where links of the bot to our pages lead.</summary>
    public virtual string Site => "https://congdoan.example";

    /// <summary>What opening the chat is to the bot; null: it does not hear of it.</summary>
    public virtual Activity? Opening => new() { Type = ActivityTypes.ConversationUpdate };

    /// <summary>True where every talk begins with opening the chat.</summary>
    public virtual bool Opens => false;

    public virtual bool CarriesPictures => true;

    /// <summary>True where advisors can be reached.</summary>
    public virtual bool HasDesk => true;

    public abstract Task Types(string person, string words);

    public abstract Task Taps(string person, Button button);

    public abstract Task SendsPicture(string person, string words);

    public abstract Task OpensChat(string person);

    public abstract Task Staff(string person, Deed deed);

    /// <summary>Everything that follows has happened.</summary>
    public abstract Task Quiet();

    /// <summary>What the person has seen since this was last asked, in order.</summary>
    public abstract Task<IReadOnlyList<Shown>> News(string person);

    /// <summary>What it has come to; null: this person has not been heard of.</summary>
    public abstract Task<Outcome?> Outcome(string person);

    /// <summary>What this channel shows of what the bot says in one turn; exactly what differs here.</summary>
    /// <param name="notes">What the staff hear of the turn.</param>
    public virtual IReadOnlyList<Shown> Renders(IReadOnlyList<Shown> said, IReadOnlyList<Note> notes) => said;

    /// <summary>The platform would take it.</summary>
    public abstract void Fits(Shown message);

    public abstract ValueTask InitializeAsync();

    public abstract ValueTask DisposeAsync();

    [Fact]
    public async Task Every_talk_comes_to_the_same_as_with_the_bot_itself()
    {
        var talks = Talks.Where(it => HasDesk || !it.HasAdvisor).ToList();
        List<HeldTalk> held =
        [
            .. talks.Select((it, i) => new HeldTalk(this, it, $"p{i}", typed: false)),
            .. talks.Where(it => it.HasTaps).Select((it, i) => new HeldTalk(this, it, $"t{i}", typed: true)),
        ];

        // All of them at once, each by somebody else: the clock only goes on.
        while (held.Min(it => it.Next) is { } moment)
        {
            if (moment > Clock.GetUtcNow())
                Clock.SetUtcNow(moment.ToUniversalTime());
            var acting = held.Where(it => it.Next == moment).ToList();
            foreach (var talk in acting)
                await talk.Act();
            await Quiet();
            foreach (var talk in acting)
                await talk.Check();
        }

        var troubles = held.Select(it => it.Trouble).OfType<string>().ToList();
        Assert.True(troubles.Count == 0, string.Join("\n\n", troubles));
        Assert.Empty(held.SelectMany(it => it.Buttons).Except(Tapped));
    }

    /// <summary>Not longer than this, with what it is in the failure.</summary>
    protected static void AtMost(int most, string what, string? text) => Assert.True(text is null || text.Length <= most, $"{what} has {text?.Length} characters, {most} fit: {text}");

    protected static void AtMost<T>(int most, string what, IEnumerable<T> some) => Assert.True(some.Count() <= most, $"{some.Count()} {what}, {most} fit");
}
