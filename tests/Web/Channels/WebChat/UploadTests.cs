using System.Net;
using System.Net.Http.Headers;
using System.Text;
using ChatBot.Talk.Activities;
using static ChatBot.Web.Tests.Channels.WebChat.ChatSite;

namespace ChatBot.Web.Tests.Channels.WebChat;

/// <summary>Files become a message that names them, with their bytes beside it.</summary>
public sealed class UploadTests
{
    [Fact]
    public async Task A_file_with_words_becomes_a_message_with_an_attachment()
    {
        await using var site = await Open();
        var (token, conversation) = await site.Visitor();
        var activity = new StringContent("""{"type":"message","from":{"id":"x"},"text":"gửi hợp đồng","channelData":{"clientActivityID":"u1"}}""", Encoding.UTF8);
        activity.Headers.ContentType = MediaTypeHeaderValue.Parse("application/vnd.microsoft.activity");
        using var form = new MultipartFormDataContent { { activity, "activity", "blob" }, { Pdf("không phải tệp thật"), "file", "hop-dong.pdf" } };

        var answer = await site.Call(HttpMethod.Post, Path(conversation), token, form);

        Assert.Matches(@"\|\d{7}$", answer.Body.GetProperty("id").GetString());
        var file = Assert.Single(Assert.Single(site.Kept).Files);
        Assert.Equal((0, "hop-dong.pdf", "không phải tệp thật"), (file.Place, file.Name, Encoding.UTF8.GetString(file.Content)));
        var kept = site.Kept[0].Activity;
        Assert.Equal("gửi hợp đồng", kept.Text);
        Assert.Equal(new Attachment("application/pdf", Name: "hop-dong.pdf"), Assert.Single(kept.Attachments!));
        Assert.Equal(conversation, kept.From!.Id);
    }

    [Fact]
    public async Task A_file_alone_is_a_message_too()
    {
        await using var site = await Open();
        var (token, conversation) = await site.Visitor();
        var file = Pdf("x");
        file.Headers.ContentDisposition = ContentDispositionHeaderValue.Parse("attachment; filename=\"anh.pdf\"");

        await site.Call(HttpMethod.Post, Path(conversation), token, file);

        var kept = Assert.Single(site.Kept);
        Assert.Equal("anh.pdf", Assert.Single(kept.Activity.Attachments!).Name);
        Assert.Equal("x"u8, Assert.Single(kept.Files).Content);
    }

    [Fact]
    public async Task More_than_the_setting_says_is_too_much()
    {
        await using var site = await Open();
        var (token, conversation) = await site.Visitor();

        var answer = await site.Call(HttpMethod.Post, Path(conversation), token, Pdf(new string('x', 11 * 1024 * 1024 + 1)));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
        Assert.Empty(site.Kept);
    }

    [Fact]
    public async Task More_files_than_ten_at_once_are_too_many()
    {
        await using var site = await Open();
        var (token, conversation) = await site.Visitor();
        using var form = new MultipartFormDataContent();
        for (var i = 0; i < 11; i++)
            form.Add(Pdf("x"), "file", $"{i}.pdf");

        Assert.Equal(HttpStatusCode.BadRequest, (await site.Call(HttpMethod.Post, Path(conversation), token, form)).Status);
        Assert.Empty(site.Kept);
    }

    [Theory, InlineData("multipart/form-data"), InlineData("multipart/form-data; boundary=abc")]
    public async Task What_is_no_upload_is_refused(string type)
    {
        await using var site = await Open();
        var (token, conversation) = await site.Visitor();
        var content = new ByteArrayContent("no parts here"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        Assert.Equal(HttpStatusCode.BadRequest, (await site.Call(HttpMethod.Post, Path(conversation), token, content)).Status);
    }

    // Of the second, .NET has the alphabet and refuses to read it; the third has no letter in it.
    [Theory, InlineData("*", null), InlineData("*=UTF-7''thu.pdf", null), InlineData("*=UTF-8''a%EF%BF%BE.pdf", "a.pdf"), InlineData("*=UTF-8''th%C6%B0.pdf", "thư.pdf")]
    public async Task A_name_in_a_strange_alphabet_loses_no_file(string name, string? expected)
    {
        await using var site = await Open();
        var (token, conversation) = await site.Visitor();
        var content = new StringContent($"--b1\r\nContent-Type: application/pdf\r\nContent-Disposition: form-data; name=\"file\"; filename{name}\r\n\r\n%PDF-1.7\r\n--b1--\r\n");
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=b1");

        Assert.Equal(HttpStatusCode.OK, (await site.Call(HttpMethod.Post, Path(conversation), token, content)).Status);
        Assert.Equal(expected, Assert.Single(Assert.Single(site.Kept).Files).Name);
    }

    private static string Path(string conversation) => $"/v3/directline/conversations/{conversation}/upload?userId=x";

    private static StringContent Pdf(string bytes) => new(bytes, Encoding.UTF8) { Headers = { ContentType = new MediaTypeHeaderValue("application/pdf") } };
}
