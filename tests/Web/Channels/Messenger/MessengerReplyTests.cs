using System.Text.Json;
using ChatBot.Talk.Activities;
using ChatBot.Web.Channels;
using ChatBot.Web.Channels.Messenger;

namespace ChatBot.Web.Tests.Channels.Messenger;

public sealed class MessengerReplyTests
{
    [Fact]
    public void Suggested_actions_become_quick_replies_cut_to_the_platforms_lengths()
    {
        var actions = Enumerable.Range(1, 20).Select(i => CardAction.PostBack($"{i}. Nghỉ việc phải báo trước bao nhiêu ngày", $"#bai:so-{i}"));

        var message = Message(new Activity { Text = "Chọn đi bạn", SuggestedActions = new([], [.. actions]) });

        var replies = message.GetProperty("quick_replies").EnumerateArray().ToList();
        Assert.Equal(13, replies.Count);
        Assert.All(replies, it => Assert.True(it.GetProperty("title").GetString()!.Length <= 20));
        Assert.Equal("#bai:so-1", replies[0].GetProperty("payload").GetString());
    }

    [Fact]
    public void A_short_answer_with_buttons_is_a_button_template()
    {
        var message = Message(WithButtons(new string('a', 640), 3));

        var payload = message.GetProperty("attachment").GetProperty("payload");
        Assert.Equal("button", payload.GetProperty("template_type").GetString());
        Assert.Equal(3, payload.GetProperty("buttons").GetArrayLength());
        Assert.False(message.TryGetProperty("text", out _));
    }

    [Theory, InlineData(641, 3), InlineData(100, 4)]
    public void What_does_not_fit_a_button_template_is_text_with_quick_replies(int length, int buttons)
    {
        var message = Message(WithButtons(new string('a', length), buttons));

        Assert.Equal(length, message.GetProperty("text").GetString()!.Length);
        Assert.Equal(buttons, message.GetProperty("quick_replies").GetArrayLength());
    }

    [Fact]
    public void Cards_with_titles_are_a_generic_template_of_at_most_ten()
    {
        var cards = Enumerable.Range(1, 12).Select(i => new HeroCard($"{i} {new string('t', 90)}", "phụ đề", Buttons: [CardAction.OpenUrl("Xem", "https://congdoan.example/1")]).ToAttachment());

        var payload = Message(new Activity { Attachments = [.. cards] }).GetProperty("attachment").GetProperty("payload");

        var elements = payload.GetProperty("elements").EnumerateArray().ToList();
        Assert.Equal(10, elements.Count);
        Assert.All(elements, it => Assert.True(it.GetProperty("title").GetString()!.Length <= 80));
        Assert.Equal("web_url", elements[0].GetProperty("buttons")[0].GetProperty("type").GetString());
    }

    [Fact]
    public void A_text_that_is_too_long_is_cut_and_never_in_the_middle_of_an_emoji()
    {
        var text = Message(new Activity { Text = new string('a', 1998) + "😀😀" }).GetProperty("text").GetString()!;

        Assert.True(text.Length <= 2000);
        Assert.EndsWith("…", text, StringComparison.Ordinal);
        Assert.DoesNotContain(text, char.IsSurrogate);
    }

    private static Activity WithButtons(string text, int buttons) => new()
    {
        Text = text,
        Attachments = [new HeroCard(Buttons: [.. Enumerable.Range(1, buttons).Select(i => CardAction.PostBack($"Nút {i}", $"#n:{i}"))]).ToAttachment()],
    };

    private static JsonElement Message(Activity activity)
    {
        using var json = JsonDocument.Parse(MessengerReply.Write(new Parcel(7, new Address("1", "24"), activity, false, null), null));
        return json.RootElement.GetProperty("message").Clone();
    }
}
