using System.Net;
using System.Text.Json;
using static ChatBot.Web.Tests.Channels.WebChat.ChatSite;

namespace ChatBot.Web.Tests.Channels.WebChat;

/// <summary>Who gets a token of Direct Line 3.0, and what it opens.</summary>
public sealed class DirectLineTokenTests
{
    private const string Base = "/v3/directline";

    [Fact]
    public async Task A_trusted_server_gets_a_token_for_a_person()
    {
        await using var site = await Open();

        var answer = await site.Call(HttpMethod.Post, $"{Base}/tokens/generate", Secret, new { user = new { id = "dl_u1", name = "Anh Ba" } });

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("dl_u1", answer.Body.GetProperty("conversationId").GetString());
        Assert.Equal(1800, answer.Body.GetProperty("expires_in").GetInt32());
        var claims = Claims(answer.Body.GetProperty("token").GetString()!);
        Assert.Equal("dl_u1", claims.GetProperty("user").GetString());
        Assert.Equal("dl_u1", claims.GetProperty("conv").GetString());
        Assert.Equal(site.Time.GetUtcNow().AddSeconds(1800).ToUnixTimeSeconds(), claims.GetProperty("exp").GetInt64(), tolerance: 1);
    }

    [Fact]
    public async Task Without_a_name_somebody_new_is_meant()
    {
        await using var site = await Open();

        Assert.NotEqual((await site.Visitor()).Conversation, (await site.Visitor()).Conversation);
    }

    [Theory, InlineData("anh-ba"), InlineData("dl_"), InlineData("dl_a/b"), InlineData("dl_a|b")]
    public async Task A_user_id_that_the_official_client_would_not_believe_is_refused(string id)
    {
        await using var site = await Open();

        Expect(HttpStatusCode.BadRequest, "BadArgument", await site.Call(HttpMethod.Post, $"{Base}/tokens/generate", Secret, new { user = new { id } }));
    }

    [Fact]
    public async Task Only_the_secret_makes_tokens_and_only_tokens_are_refreshed()
    {
        await using var site = await Open();
        var (token, conversation) = await site.Visitor();

        Expect(HttpStatusCode.Forbidden, "BadArgument", await site.Call(HttpMethod.Post, $"{Base}/tokens/generate", token));
        Expect(HttpStatusCode.Forbidden, "BadArgument", await site.Call(HttpMethod.Post, $"{Base}/tokens/refresh", Secret));
        var refreshed = await site.Call(HttpMethod.Post, $"{Base}/tokens/refresh", token);
        Assert.Equal(conversation, refreshed.Body.GetProperty("conversationId").GetString());
        Assert.Equal(1800, refreshed.Body.GetProperty("expires_in").GetInt32());
    }

    [Fact]
    public async Task Who_shows_nothing_or_something_false_stays_outside()
    {
        await using var site = await Open();
        var (token, _) = await site.Visitor();
        var (_, other) = await site.Visitor();

        Expect(HttpStatusCode.Unauthorized, "Unauthorized", await site.Call(HttpMethod.Post, $"{Base}/conversations"));
        Expect(HttpStatusCode.Forbidden, "BadArgument", await site.Call(HttpMethod.Post, $"{Base}/conversations", "not-the-secret"));
        Expect(HttpStatusCode.Forbidden, "BadArgument", await site.Call(HttpMethod.Post, $"{Base}/conversations", token[..^3] + "abc"));
        Expect(HttpStatusCode.Forbidden, "BadArgument", await site.Call(HttpMethod.Get, $"{Base}/conversations/{other}/activities", token));
        Expect(HttpStatusCode.NotFound, "BadArgument", await site.Call(HttpMethod.Get, $"{Base}/conversations/c7d1/activities", Secret));
    }

    [Fact]
    public async Task A_token_ends_after_half_an_hour_and_says_so()
    {
        await using var site = await Open();
        var (token, conversation) = await site.Visitor();

        site.Time.Advance(TimeSpan.FromMinutes(31));

        Expect(HttpStatusCode.Forbidden, "TokenExpired", await site.Call(HttpMethod.Get, $"{Base}/conversations/{conversation}/activities", token));
        Expect(HttpStatusCode.Forbidden, "TokenExpired", await site.Call(HttpMethod.Post, $"{Base}/tokens/refresh", token));
    }

    [Fact]
    public async Task A_token_bound_to_web_sites_is_good_there_only()
    {
        await using var site = await Open();
        var (token, _) = await site.Visitor(new { trustedOrigins = new[] { "https://congdoan.example.vn" } });

        site.Http.DefaultRequestHeaders.Add("Origin", "https://elsewhere.example");
        Expect(HttpStatusCode.Forbidden, "BadArgument", await site.Call(HttpMethod.Post, $"{Base}/conversations", token));
        site.Http.DefaultRequestHeaders.Remove("Origin");
        site.Http.DefaultRequestHeaders.Add("Origin", "https://congdoan.example.vn");
        Assert.Equal(HttpStatusCode.Created, (await site.Call(HttpMethod.Post, $"{Base}/conversations", token)).Status);
    }

    private static JsonElement Claims(string token) =>
        JsonSerializer.Deserialize<JsonElement>(Microsoft.IdentityModel.Tokens.Base64UrlEncoder.DecodeBytes(token.Split('.')[1]));
}
