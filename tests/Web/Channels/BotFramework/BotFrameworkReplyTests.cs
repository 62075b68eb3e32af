using ChatBot.Talk.Activities;
using ChatBot.Web.Channels.BotFramework;

namespace ChatBot.Web.Tests.Channels.BotFramework;

/// <summary>What a channel behind Azure is given of our buttons.</summary>
public sealed class BotFrameworkReplyTests
{
    private static Activity Answer(int onCard = 2, int below = 3, string text = "Bạn được nghỉ 12 ngày.") => new()
    {
        Text = text,
        Attachments = onCard == 0 ? null : [new HeroCard(Buttons: [.. Enumerable.Range(1, onCard).Select(it => CardAction.PostBack($"Thẻ {it}", $"#the:{it}"))]).ToAttachment()],
        SuggestedActions = new([], [.. Enumerable.Range(1, below).Select(it => CardAction.PostBack($"Dưới {it}", $"#duoi:{it}")), CardAction.PostBack("Gặp tư vấn viên", "#gap-tu-van")]),
    };

    private static Activity Write(Activity activity, string channel) =>
        BotFrameworkReply.Write(activity, new ConversationReference("1", new("u"), new("b"), new("c"), channel, "https://x.example/", null));

    private static IReadOnlyList<string> OnCard(Activity said) => [.. (said.Attachments ?? []).Select(HeroCard.From).SelectMany(it => it!.Buttons!).Select(it => it.Title)];

    private static IReadOnlyList<string> Below(Activity said) => [.. (said.SuggestedActions?.Actions ?? []).Select(it => it.Title)];

    [Fact]
    public void Web_chat_shows_everything_as_it_is()
    {
        var said = Write(Answer(), "webchat");

        Assert.Equal("Bạn được nghỉ 12 ngày.", said.Text);
        Assert.Equal(["Thẻ 1", "Thẻ 2"], OnCard(said));
        Assert.Equal(["Dưới 1", "Dưới 2", "Dưới 3", "Gặp tư vấn viên"], Below(said));
        Assert.Empty(said.SuggestedActions!.To);
    }

    [Fact]
    public void Facebook_has_the_words_on_the_card_and_at_most_ten_suggestions_the_last_of_which_calls_a_person()
    {
        var said = Write(Answer(below: 12), "facebook");

        Assert.Null(said.Text);
        Assert.Equal("Bạn được nghỉ 12 ngày.", HeroCard.From(Assert.Single(said.Attachments!))!.Text);
        Assert.Equal(10, Below(said).Count);
        Assert.Equal("Gặp tư vấn viên", Below(said)[^1]);
    }

    [Theory]
    [InlineData(4, 20)]
    [InlineData(2, 641)]
    public void What_does_not_fit_on_a_card_of_facebook_stands_below(int onCard, int length)
    {
        var said = Write(Answer(onCard, text: new string('a', length)), "facebook");

        Assert.Equal(length, said.Text!.Length);
        Assert.Null(said.Attachments);
        Assert.Contains("Thẻ 1", Below(said));
    }

    [Fact]
    public void Teams_has_three_buttons_on_the_card_and_one_of_them_calls_a_person() =>
        Assert.Equal(["Thẻ 1", "Thẻ 2", "Gặp tư vấn viên"], OnCard(Write(Answer(), "msteams")));

    [Theory]
    [InlineData("email")]
    [InlineData("mot-kenh-moi")]
    public void A_channel_without_buttons_gets_the_words(string channel)
    {
        var said = Write(Answer(), channel);

        Assert.Equal("Bạn được nghỉ 12 ngày.", said.Text);
        Assert.Null(said.Attachments);
        Assert.Null(said.SuggestedActions);
    }

    [Fact]
    public void A_long_title_is_cut_between_whole_letters_and_a_link_is_no_suggestion()
    {
        var said = Write(new Activity { Text = "x", SuggestedActions = new([], [CardAction.PostBack($"{new string('a', 18)}👍 mà", "#a"), CardAction.OpenUrl("Xem", "https://x.example/")]) }, "facebook");

        Assert.Equal([$"{new string('a', 18)}…"], Below(said));
    }
}
