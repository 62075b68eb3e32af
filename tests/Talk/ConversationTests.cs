using ChatBot.Knowledge.Articles;
using ChatBot.Knowledge.Search;
using ChatBot.Talk.Handoff.Calendar;

namespace ChatBot.Talk.Tests;

public sealed class ConversationTests
{
    private static readonly Bot Bot = new(KnowledgeIndex.Build(Content()), Words(), Calendar());

    public static TheoryData<string> Talks => [.. Directory.GetFiles(Path.Combine(Repository.Root, "tests", "conversations"), "*.txt").Select(it => Path.GetFileName(it)).Order()];

    [Theory, MemberData(nameof(Talks))]
    public void A_talk_goes_as_it_is_written(string talk) => new Held(Bot, Path.Combine(Repository.Root, "tests", "conversations", talk)).ToTheEnd();

    [Fact]
    public void Without_an_index_the_bot_says_that_it_cannot_look_and_offers_a_person()
    {
        var turn = new Bot(null, Words()).OnTurn(new Conversation("x"), new Activities.Activity { Text = "nghỉ việc báo trước bao lâu", Timestamp = DateTimeOffset.UnixEpoch });

        Assert.Equal(TurnKind.Unavailable, turn.Kind);
        Assert.Contains("đang trục trặc", turn.Replies[^1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#ly-do:2:bao-truoc", "", "Khó hiểu")]
    [InlineData("#ly-do:bao-truoc", "Sai hoặc đã cũ", "Sai hoặc đã cũ")] // as buttons were before they said which reason they are
    public void A_tapped_reason_is_known_by_what_the_button_sends(string payload, string title, string reason)
    {
        var tapped = new Activities.Activity { Text = title, Value = System.Text.Json.JsonSerializer.SerializeToElement(payload), Timestamp = DateTimeOffset.UnixEpoch };

        Assert.Equal([new Note.Feedback("bao-truoc", Helpful: false, reason)], Bot.OnTurn(new Conversation("x"), tapped).Notes);
    }

    // The small knowledge base of the talks, with the shipped statutes' names, rates, lexicon and phrases.
    private static KnowledgeContent Content() => KnowledgeFolder.Read(Path.Combine(Repository.Root, "knowledge-base")).Content with
    {
        // Four articles say too little of what is ordinary: here only the patterns decide.
        Lexicon = KnowledgeFolder.ReadBeside(Path.Combine(Repository.Root, "knowledge-base")).Content.Lexicon with { Examples = [] },
        Articles = [.. Directory.GetFiles(Path.Combine(Repository.Root, "tests", "conversations", "kho"), "*.md", SearchOption.AllDirectories).Select(Read)],
        Provisions = [],
    };

    private static Article Read(string file)
    {
        var reading = ArticleReader.Read($"{Path.GetFileName(Path.GetDirectoryName(file))}/{Path.GetFileName(file)}", File.ReadAllText(file));
        return reading.Article ?? throw new InvalidDataException(string.Join('\n', reading.Mistakes));
    }

    internal static WorkCalendar Calendar() => CalendarReader.Read(File.ReadAllText(Path.Combine(Repository.Root, "knowledge-base", CalendarReader.File)), []);

    internal static Phrases Words()
    {
        var folder = Path.Combine(Repository.Root, "knowledge-base", "_phrases");
        return Phrases.Read(File.ReadAllText(Path.Combine(folder, "cau-noi.yaml")), File.ReadAllText(Path.Combine(folder, "tro-chuyen.yaml")));
    }
}
