using System.IO.Compression;
using System.Text;
using ChatBot.Web.Channels.WebChat;
using Microsoft.AspNetCore.Http;

namespace ChatBot.Web.Tests.Channels.Fuzzing;

/// <summary>Bodies nobody sends, at the doors of Direct Line and of our own page, which anybody can reach.</summary>
public sealed class DirectLineFuzzTests : IAsyncDisposable
{
    private const string Secret = "a-secret-for-tests-only", Conversation = "dl_u1";

    private const int LargestUpload = 11 * 1024 * 1024;

    private const string Said = """{"type":"message","from":{"id":"r_1","name":"Bình"},"text":"Xin chào","value":{"a":1},"channelData":{"clientActivityID":"qpk3rhyyo3"},"attachments":[{"contentType":"image/png","contentUrl":"https://a.example/b.png"}]}""";

    private readonly Doors doors = new(new() { ["DirectLine:Secret"] = Secret }, keepsNothing: true);

    public ValueTask DisposeAsync() => doors.DisposeAsync();

    [Fact]
    public async Task Any_activity_is_read_or_refused_and_no_other_token_believed()
    {
        var door = doors.Open("/v3/directline/conversations/{conversation}/activities");
        var token = doors.Get<WebChatTokens>().Issue(new WebChatVisitor(Conversation));
        await Fuzz.Try([.. Fuzz.Seeds("botframework"), .. Fuzz.Seeds([Said])], WebChatPayload.LargestBody, async it =>
        {
            // A trusted server may say who writes.
            await door.Post(it.Body, Bearing(it.Body.Length % 2 == 0 ? token : Secret), it.Body.Length > WebChatPayload.LargestBody ? [413] : [200, 400, 413, 503]);
            if (it.Twist(token) is var twisted && !Tokens.AreSame(twisted.Trim(), token))
                await door.PostAsStranger(it.Original, Bearing(twisted), 401, 403);
        });
    }

    [Fact]
    public async Task Any_upload_is_read_or_refused()
    {
        var door = doors.Open("/v3/directline/conversations/{conversation}/upload");
        await Fuzz.Try([Upload("a.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), Upload("thư.docx", Docx()), Upload("a.txt", Encoding.UTF8.GetBytes(Said))], LargestUpload, it =>
            door.Post(it.Body, request =>
            {
                Bearing(Secret)(request);
                request.ContentType = "multipart/form-data; boundary=\"b1\"";
            }, it.Body.Length > LargestUpload ? [413] : [400, 413, 503]));
    }

    [Theory]
    [InlineData("/chat/token", """{"token":"eyJhbGciOiJIUzI1NiJ9.e30.AAAA"}""")]
    [InlineData("/v3/directline/tokens/generate", """{"user":{"id":"dl_u1","name":"Nguyễn Văn Ba"},"trustedOrigins":["https://congdoan.example.vn"]}""")]
    public async Task Any_wish_for_a_token_is_read_or_refused(string path, string wish)
    {
        var door = doors.Open(path);
        await Fuzz.Try(Fuzz.Seeds([wish]), 64 * 1024, it => door.Post(it.Body, Bearing(Secret), 200, 400, 413));
    }

    private static Action<HttpRequest> Bearing(string token) => request =>
    {
        request.Headers.Authorization = $"Bearer {token}";
        request.RouteValues["conversation"] = Conversation;
    };

    private static byte[] Upload(string name, byte[] content) =>
    [
        .. Encoding.UTF8.GetBytes($"--b1\r\nContent-Type: application/vnd.microsoft.activity\r\nContent-Disposition: form-data; name=\"activity\"\r\n\r\n{Said}\r\n"),
        .. Encoding.UTF8.GetBytes($"--b1\r\nContent-Type: image/png\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"; filename*=UTF-8''th%C6%B0-{Uri.EscapeDataString(name)}\r\n\r\n"),
        .. content, .. "\r\n--b1--\r\n"u8,
    ];

    private static byte[] Docx()
    {
        using var kept = new MemoryStream();
        using (var zip = new ZipArchive(kept, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var part in (string[])["[Content_Types].xml", "word/document.xml"])
            {
                using var into = zip.CreateEntry(part).Open();
                into.Write("<w:document/>"u8);
            }

        return kept.ToArray();
    }
}
