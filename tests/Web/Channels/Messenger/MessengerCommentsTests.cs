using System.Text.Json;
using ChatBot.Web.Channels.Messenger;
using ChatBot.Web.Tests.Houses;

namespace ChatBot.Web.Tests.Channels.Messenger;

public sealed class MessengerCommentsTests
{
    private static readonly DateTimeOffset At = new(2026, 9, 22, 1, 40, 0, TimeSpan.Zero);

    private static string Folder => Path.Combine(Repository.Root, "tests", "payloads", "messenger");

    [Fact]
    public void Of_all_events_only_new_comments_of_others_are_comments()
    {
        var read = Directory.GetFiles(Folder, "*.json").Order(StringComparer.Ordinal)
            .SelectMany(file => MessengerComments.Read(File.ReadAllBytes(file)).Select(_ => Path.GetFileName(file)));

        Assert.Equal(["batch-mixed.json", "feed-comment-add-reply.json", "feed-comment-add.json"], read);
    }

    [Fact]
    public void A_comment_carries_its_moment_and_its_words_in_one_form()
    {
        var comment = Assert.Single(MessengerComments.Read(Meta.Comment("1_2", "Nghỉ việc".Normalize(System.Text.NormalizationForm.FormD), At)));

        Assert.Equal(("messenger", Meta.Page, "1_2", "Nghỉ việc", At), (comment.Channel, comment.Page, comment.CommentId, comment.Text, comment.At));
    }

    [Theory, InlineData("edited"), InlineData("remove"), InlineData("hide")]
    public void What_is_changed_later_is_no_new_comment(string verb) => Assert.Empty(MessengerComments.Read(Meta.Comment("1_2", "Xin tư vấn", At, verb)));

    [Fact]
    public void The_page_does_not_invite_itself() => Assert.Empty(MessengerComments.Read(Meta.Comment("1_2", "Xin tư vấn", At, from: Meta.Page)));

    [Theory, InlineData("[]"), InlineData("\"x\""), InlineData("""{"object":"page","entry":[{"id":"1","changes":[{"field":"feed","value":7}]}]}""")]
    public void What_holds_no_comment_holds_none(string body) => Assert.Empty(MessengerComments.Read(System.Text.Encoding.UTF8.GetBytes(body)));

    [Fact]
    public void What_is_no_json_is_said_to_be_none() => Assert.ThrowsAny<JsonException>(() => MessengerComments.Read("{"u8.ToArray()));
}
