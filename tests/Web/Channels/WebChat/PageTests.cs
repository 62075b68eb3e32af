using System.Net;
using Microsoft.Extensions.Options;
using static ChatBot.Web.Tests.Channels.WebChat.ChatSite;

namespace ChatBot.Web.Tests.Channels.WebChat;

/// <summary>What the server does for our own page.</summary>
public sealed class PageTests
{
    [Fact]
    public async Task The_page_gets_a_token_and_with_an_earlier_one_the_same_conversation_for_a_month()
    {
        await using var site = await Open();

        var first = (await site.Call(HttpMethod.Post, "/chat/token")).Body;
        var token = first.GetProperty("token").GetString();
        site.Time.Advance(TimeSpan.FromDays(29));
        var later = (await site.Call(HttpMethod.Post, "/chat/token", body: new { token })).Body;
        site.Time.Advance(TimeSpan.FromDays(2));
        var muchLater = (await site.Call(HttpMethod.Post, "/chat/token", body: new { token })).Body;

        Assert.Equal(first.GetProperty("conversationId").GetString(), later.GetProperty("conversationId").GetString());
        Assert.NotEqual(token, later.GetProperty("token").GetString());
        Assert.NotEqual(first.GetProperty("conversationId").GetString(), muchLater.GetProperty("conversationId").GetString());
    }

    [Fact]
    public async Task A_false_token_gives_a_new_conversation()
    {
        await using var site = await Open();

        Assert.StartsWith("dl_", (await site.Call(HttpMethod.Post, "/chat/token", body: new { token = "a.b.c" })).Body.GetProperty("conversationId").GetString());
        Assert.Equal(HttpStatusCode.OK, (await site.Call(HttpMethod.Post, "/chat/token", body: "not json")).Status);
    }

    [Theory]
    [InlineData("https://elsewhere.example", HttpStatusCode.Forbidden)]
    [InlineData("https://congdoan.example.vn", HttpStatusCode.OK)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    public async Task Only_trusted_sites_get_tokens(string origin, HttpStatusCode status)
    {
        await using var site = await Open(("DirectLine:TrustedOrigins:0", "https://congdoan.example.vn"));
        site.Http.DefaultRequestHeaders.Add("Origin", origin);

        Assert.Equal(status, (await site.Call(HttpMethod.Post, "/chat/token")).Status);
    }

    [Fact]
    public async Task Our_own_site_is_trusted()
    {
        await using var site = await Open();
        site.Http.DefaultRequestHeaders.Add("Origin", site.Address.GetLeftPart(UriPartial.Authority));

        Assert.Equal(HttpStatusCode.OK, (await site.Call(HttpMethod.Post, "/chat/token")).Status);
    }

    [Fact]
    public async Task One_address_does_not_get_tokens_without_end()
    {
        await using var site = await Open();

        var refused = false;
        for (var i = 0; i < 200 && !refused; i++)
            refused = (await site.Call(HttpMethod.Post, "/chat/token")).Status == HttpStatusCode.TooManyRequests;

        Assert.True(refused);
    }

    [Fact]
    public async Task Without_a_secret_tokens_are_signed_with_a_key_that_outlives_the_program_and_no_secret_opens()
    {
        await using var site = await Open(("DirectLine:Secret", ""));
        var token = (await site.Call(HttpMethod.Post, "/chat/token")).Body.GetProperty("token").GetString();

        await site.Stop();
        await site.Start(("DirectLine:Secret", null));

        Assert.Equal(HttpStatusCode.OK, (await site.Call(HttpMethod.Post, "/v3/directline/tokens/refresh", token)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Call(HttpMethod.Post, "/v3/directline/tokens/generate", Secret)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await site.Call(HttpMethod.Post, "/v3/directline/tokens/generate", "")).Status);
    }

    [Fact]
    public async Task The_page_runs_only_our_own_scripts_and_stands_only_in_trusted_frames()
    {
        await using var site = await Open(("DirectLine:TrustedOrigins:0", "https://congdoan.example.vn"));

        using var page = await site.Http.GetAsync("/", Cancel);

        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("script-src 'self';", policy);
        Assert.EndsWith("frame-ancestors 'self' https://congdoan.example.vn", policy);
        Assert.Equal("text/html; charset=utf-8", page.Content.Headers.ContentType!.ToString());
    }

    [Fact]
    public async Task The_page_and_all_it_loads_are_light_and_none_of_it_is_from_elsewhere()
    {
        await using var site = await Open();
        var page = await site.Http.GetStringAsync("/", Cancel);
        var files = Directory.GetFiles(Path.Combine(Repository.Root, "bot", "Web", "wwwroot", "chat")).Select(file => $"/chat/{Path.GetFileName(file)}").Append("/chat.js");

        var bytes = 0;
        foreach (var file in files)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, file) { Headers = { { "Accept-Encoding", "br" } } };
            using var response = await site.Http.SendAsync(request, Cancel);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            bytes += (await response.Content.ReadAsByteArrayAsync(Cancel)).Length;
        }

        Assert.InRange(bytes, 1, 40 * 1024);
        Assert.DoesNotContain("//", page.Replace("http://www.w3.org", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("DirectLine:Secret", "short", "openssl rand -hex 32")]
    [InlineData("DirectLine:TrustedOrigins:0", "congdoan.example.vn", "https://congdoan.example.vn")]
    [InlineData("DirectLine:TrustedOrigins:0", "https://congdoan.example.vn/", "https://congdoan.example.vn")]
    public async Task A_wrong_setting_stops_the_start_and_says_what_to_do(string name, string value, string advice)
    {
        var wrong = await Assert.ThrowsAsync<OptionsValidationException>(() => Open((name, value)));

        Assert.Contains(advice, wrong.Message);
    }
}
