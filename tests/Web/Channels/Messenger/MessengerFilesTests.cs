using System.Net;
using ChatBot.Web.Channels;
using ChatBot.Web.Channels.Messenger;
using Microsoft.Extensions.Options;

namespace ChatBot.Web.Tests.Channels.Messenger;

/// <summary>Files are fetched from Meta and from nowhere else.</summary>
public sealed class MessengerFilesTests
{
    private const string Picture = "https://scontent.xx.fbcdn.net/v/anh.jpg?oh=1";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Picture)]
    [InlineData("https://cdn.fbsbx.com/v/hop-dong.pdf")]
    [InlineData("https://lookaside.FBSBX.com/a")]
    public async Task What_Meta_holds_is_brought(string url)
    {
        var meta = new FalsePlatform(HttpStatusCode.OK, "ảnh");

        var content = Assert.IsType<Fetched.Done>(await Files(meta).Fetch(url, 100, Cancel)).Content;
        Assert.Equal("ảnh", System.Text.Encoding.UTF8.GetString(content));
    }

    [Theory]
    [InlineData("http://scontent.xx.fbcdn.net/anh.jpg")]
    [InlineData("https://scontent.xx.fbcdn.net:8443/anh.jpg")]
    [InlineData("https://fbcdn.net.attacker.example/anh.jpg")]
    [InlineData("https://evilfbcdn.net/anh.jpg")]
    [InlineData("https://scontent.fbcdn.net@127.0.0.1/anh.jpg")]
    [InlineData("https://127.0.0.1/anh.jpg")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("https://localhost/anh.jpg")]
    [InlineData("file:///etc/passwd")]
    [InlineData("khong phai dia chi")]
    public async Task No_other_address_is_asked(string url)
    {
        var anything = new FalsePlatform(HttpStatusCode.OK, "bí mật");

        Assert.IsType<Fetched.Never>(await Files(anything).Fetch(url, 100, Cancel));
        Assert.Empty(anything.Asked);
    }

    [Theory]
    [InlineData("https://video.xx.fbcdn.net/khac.jpg", 4)]
    [InlineData("http://127.0.0.1/khac.jpg", 1)]
    [InlineData("https://attacker.example/khac.jpg", 1)]
    public async Task A_redirect_is_followed_to_Meta_alone_and_not_for_ever(string to, int asked)
    {
        var meta = new FalseRedirect(to);

        Assert.IsType<Fetched.Never>(await Files(meta).Fetch(Picture, 100, Cancel));
        Assert.Equal(asked, meta.Asked);
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests, typeof(Fetched.TryLater))]
    [InlineData(HttpStatusCode.BadGateway, typeof(Fetched.TryLater))]
    [InlineData(HttpStatusCode.Forbidden, typeof(Fetched.Never))]
    [InlineData(HttpStatusCode.NotFound, typeof(Fetched.Never))]
    public async Task Trouble_is_told_apart(HttpStatusCode code, Type expected) =>
        Assert.IsType(expected, await Files(new FalsePlatform(code, "")).Fetch(Picture, 100, Cancel));

    [Fact]
    public async Task A_broken_line_is_tried_again() =>
        Assert.IsType<Fetched.TryLater>(await Files(new FalsePlatform(new HttpRequestException())).Fetch(Picture, 100, Cancel));

    [Theory, InlineData(true), InlineData(false)]
    public async Task Too_big_is_not_read_to_the_end(bool saysItsLength)
    {
        var endless = new EndlessStream();
        var meta = new FalseFile(endless, saysItsLength ? 1_000_000_000 : null);

        Assert.Equal("Tệp nặng hơn 100 KB.", Assert.IsType<Fetched.Never>(await Files(meta).Fetch(Picture, 100 * 1024, Cancel)).Why);
        Assert.InRange(endless.BytesRead, 0, saysItsLength ? 0 : 200 * 1024);
    }

    private static MessengerFiles Files(HttpMessageHandler meta) => new(new HttpClient(meta), Options.Create(new MessengerOptions()));

    private sealed class FalseRedirect(string to) : HttpMessageHandler
    {
        public int Asked { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked++;
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.Found) { Headers = { Location = new Uri(to) } });
        }
    }

    private sealed class FalseFile(Stream body, long? length) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var content = new StreamContent(body);
            content.Headers.ContentLength = length;
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content });
        }
    }

    private sealed class EndlessStream : MemoryStream
    {
        public int BytesRead { get; private set; }

        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            BytesRead += buffer.Length;
            return ValueTask.FromResult(buffer.Length);
        }
    }
}
