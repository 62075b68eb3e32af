using ChatBot.Talk.Activities;
using ChatBot.Web.Advisors;
using ChatBot.Web.Data.Rows;

namespace ChatBot.Web.Tests.Advisors;

public sealed class SaidWordsTests
{
    [Fact]
    public void A_tap_is_read_by_the_title_of_its_button()
    {
        var words = Of(new Activity { Text = "Gặp tư vấn viên", Value = CardAction.PostBack("x", "#gap-tu-van").Value });
        Assert.Equal(("Gặp tư vấn viên", true), (words.Text, words.IsTap));
    }

    [Fact]
    public void A_tap_without_a_title_does_not_show_its_payload() =>
        Assert.Equal("(chạm một nút)", Of(new Activity { Value = CardAction.PostBack("x", "#chi-tiet:nghi-viec").Value }).Text);

    [Fact]
    public void Cards_and_buttons_are_read_with_the_text()
    {
        var words = Of(new Activity
        {
            Text = "Bạn báo trước 30 ngày.",
            Attachments = [new HeroCard("Nghỉ việc", Buttons: [CardAction.PostBack("Chi tiết", "#chi-tiet:x")]).ToAttachment()],
            SuggestedActions = new([], [CardAction.ImBack("Gặp tư vấn viên")]),
        });
        Assert.Equal("Bạn báo trước 30 ngày.\nNghỉ việc", words.Text);
        Assert.Equal(["Chi tiết", "Gặp tư vấn viên"], words.Buttons);
        Assert.Empty(words.Files);
    }

    [Theory]
    [InlineData("image/png", "https://files.example/a.png", "Ảnh", "https://files.example/a.png"), InlineData("application/pdf", "http://files.example/a.pdf", "Tệp", "http://files.example/a.pdf")]
    [InlineData("text/html", "javascript:alert(1)", "Tệp", null), InlineData("audio/mp4", "data:audio/mp4;base64,AAAA", "Tin thoại", null), InlineData("video/mp4", null, "Video", null)]
    public void A_file_is_linked_only_to_a_web_address(string type, string? url, string kind, string? linked)
    {
        var file = Assert.Single(Of(new Activity { Attachments = [new Attachment(type, url)] }).Files);
        Assert.Equal((kind, linked), (file.Kind, file.Url));
    }

    [Fact]
    public void A_line_that_cannot_be_read_is_said_to_be_so() =>
        Assert.Equal("(không đọc được dòng này)", SaidWords.Of(Line("")).Text);

    [Fact]
    public void In_the_list_a_text_is_one_line_and_shortened()
    {
        Assert.Equal("chào bạn…", Of(new Activity { Text = "chào\n\n  bạn nhé" }).Brief(9));
        Assert.Equal("[Ảnh]", Of(new Activity { Attachments = [new Attachment("image/png")] }).Brief(9));
    }

    private static SaidWords Of(Activity activity) => SaidWords.Of(Line(ActivityJson.Write(activity)));

    private static SaidRow Line(string activity) => new() { ConversationId = "c", Activity = activity };
}
