using ChatBot.Talk;
using ChatBot.Talk.Activities;
using ChatBot.Web.Conversations.Cases;
using ChatBot.Web.Data.Rows;
using ChatBot.Web.Tests.Houses;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Tests.Conversations;

public sealed class HandoverCardTests
{
    private static readonly Tried Two = new(TurnKind.Choices, null, [new("luong-cham", "Lương chậm", "Điều 97 Bộ luật Lao động 2019", 0.62), new("45/2019/QH14:94", "Nguyên tắc trả lương", null, 0.4)]);

    // The bot looked something up for each question, and calls a person when asked to, or at an accident.
    private static Turn Bot(Conversation before, Activity activity) => activity.Text switch
    {
        "gặp người" => new Turn(before, []) { Notes = [new Note.HandedOver("Người lao động xin gặp.", false)] },
        { } text when text.EndsWith('!') => new Turn(before with { LastQuestion = text }, [])
        {
            Found = new ChatBot.Knowledge.Search.Outcome.Person("Tai nạn.", null),
            Notes = [new Note.HandedOver("Tai nạn.", true)],
        },
        var text => new Turn(before with { LastQuestion = text, Tried = Two }, []),
    };

    [Theory, OnEveryDatabase]
    public async Task The_question_before_the_call_and_what_was_tried_are_on_the_card(Database database)
    {
        await using var house = await House.Open(database, plan => plan.Bot = Bot);
        await house.Hears("công ty trả lương chậm");
        await house.Hears("gặp người");

        var card = HandoverCard.Read((await Case(house)).Card)!;
        Assert.Equal(("Người lao động xin gặp.", "công ty trả lương chậm", new DateOnly(2026, 11, 23)), (card.Reason, card.Question, card.Day));
        Assert.Equal((Two.Kind, Two.Entries[0], Two.Entries[1]), (card.Tried!.Kind, card.Tried.Entries[0], card.Tried.Entries[1]));
    }

    [Theory, OnEveryDatabase]
    public async Task An_urgent_matter_pushes_the_first_card_away_and_a_calm_one_does_not(Database database)
    {
        await using var house = await House.Open(database, plan => plan.Bot = Bot);
        await house.Hears("có người ngã giàn giáo!");
        await house.Hears("gặp người");
        Assert.Equal("có người ngã giàn giáo!", HandoverCard.Read((await Case(house)).Card)!.Question);

        await house.Hears("công ty trả lương chậm", "binh");
        await house.Hears("gặp người", "binh");
        await house.Hears("có người ngã!", "binh");

        var card = HandoverCard.Read((await Case(house, "binh")).Card)!;
        Assert.Equal(("có người ngã!", TurnKind.Person, "Tai nạn."), (card.Question, card.Tried!.Kind, card.Tried.Why));
    }

    [Fact]
    public void A_card_that_cannot_be_read_is_no_card() => Assert.Null(HandoverCard.Read("{ nửa chừng"));

    private static Task<CaseRow> Case(House house, string person = "an") => house.Read(db => db.Cases.SingleAsync(it => it.ConversationId == $"false:p1:{person}"));
}
