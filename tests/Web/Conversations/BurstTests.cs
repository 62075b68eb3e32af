using ChatBot.Talk.Activities;
using ChatBot.Web.Conversations;
using ChatBot.Web.Tests.Houses;

namespace ChatBot.Web.Tests.Conversations;

public sealed class BurstTests
{
    private static Task<House> Open(Database database) => House.Open(database, plan => plan.Settings["Conversations:BurstPause"] = "00:00:00.7");

    [Theory, OnEveryDatabase]
    public async Task Pieces_of_one_question_sent_in_a_burst_are_read_as_one(Database database)
    {
        await using var house = await Open(database);

        await house.Hears("chị ơi");
        await house.After(TimeSpan.FromMilliseconds(500));
        await house.Hears("em bị nợ lương");
        await house.After(TimeSpan.FromMilliseconds(500));
        Assert.Empty(house.Channel.Texts);
        await house.After(TimeSpan.FromMilliseconds(200));

        Assert.Equal(["Về: chị ơi\nem bị nợ lương"], house.Channel.Texts);
    }

    [Theory, OnEveryDatabase]
    public async Task Nobody_waits_longer_than_three_seconds_for_the_next_piece(Database database)
    {
        await using var house = await Open(database);

        for (var piece = 0; piece < 6; piece++)
        {
            await house.Hears($"mảnh {piece}");
            await house.After(TimeSpan.FromMilliseconds(500));
        }

        Assert.Equal(["Về: mảnh 0\nmảnh 1\nmảnh 2\nmảnh 3\nmảnh 4\nmảnh 5"], house.Channel.Texts);
    }

    [Theory, OnEveryDatabase]
    public async Task A_tap_is_answered_at_once_and_so_is_what_waited_before_it(Database database)
    {
        await using var house = await Open(database);

        await house.Hears("em hỏi chút");
        await house.Brings(Some.Tap("#gap"));
        await house.Quiet();

        Assert.Equal(["Về: em hỏi chút", "Về: #gap"], house.Channel.Texts);
    }

    [Theory, OnEveryDatabase]
    public async Task A_long_text_is_a_turn_of_its_own(Database database)
    {
        await using var house = await Open(database);
        var story = new string('a', 81);

        await house.Hears(story);

        Assert.Equal([$"Về: {story}"], house.Channel.Texts);
    }

    [Theory, InlineData("lương tối thiểu", true), InlineData("2", false), InlineData("", false), InlineData("👍", false), InlineData("50k", true)]
    public void Short_words_are_pieces_and_bare_numbers_choose(string text, bool isPiece) =>
        Assert.Equal(isPiece, Burst.IsPiece(new Activity { Text = text }));

    [Fact]
    public void A_picture_and_a_button_are_no_pieces()
    {
        Assert.False(Burst.IsPiece(new Activity { Text = "xem giúp em", Attachments = [new Attachment("image/*")] }));
        Assert.False(Burst.IsPiece(Some.Tap("chào").Activity));
    }
}
