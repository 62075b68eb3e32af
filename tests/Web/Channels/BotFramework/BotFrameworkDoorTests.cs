using System.Net;
using System.Security.Cryptography;
using System.Text;
using ChatBot.Web.Tests.Houses;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;

namespace ChatBot.Web.Tests.Channels.BotFramework;

/// <summary>Who gets in at `POST /api/messages`.</summary>
public sealed class BotFrameworkDoorTests : IAsyncLifetime
{
    private AzureSite site = null!;

    public async ValueTask InitializeAsync() => site = await AzureSite.Open();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private DateTimeOffset Now => site.House.Clock.GetUtcNow();

    [Fact]
    public async Task A_good_token_gets_in_and_its_message_is_kept_before_the_answer()
    {
        Assert.Equal(HttpStatusCode.OK, (await site.Posts(site.Message("Xin chào"))).Code);

        Assert.Equal("botframework:webchat:c7", await site.House.Read(db => db.Inbox.Select(it => it.ConversationId).SingleAsync()));
    }

    public static TheoryData<string, Action<SecurityTokenDescriptor>> Refused => new()
    {
        { "another audience", it => it.Audience = Guid.NewGuid().ToString() },
        { "no audience", it => it.Audience = null },
        { "two audiences", it => { it.Audience = null; it.Audiences.Add(FalseAzure.AppId); it.Audiences.Add("x"); } },
        { "another issuer", it => it.Issuer = "https://api.botframework.example" },
        { "no issuer", it => it.Issuer = null },
        { "an issuer of the Emulator, which is not let in", it => it.Issuer = "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/" },
        { "ended six minutes ago", it => (it.NotBefore, it.Expires) = (it.NotBefore!.Value.AddHours(-1), it.NotBefore.Value.AddMinutes(-6)) },
        { "begins in six minutes", it => it.NotBefore = it.NotBefore!.Value.AddMinutes(6) },
        { "never ends", it => it.Expires = null },
        { "another key of the same name", it => it.SigningCredentials = new(new RsaSecurityKey(RSA.Create(2048)) { KeyId = "k1" }, SecurityAlgorithms.RsaSha256) },
        { "an unknown key", it => it.SigningCredentials = new(new RsaSecurityKey(RSA.Create(2048)) { KeyId = "k9" }, SecurityAlgorithms.RsaSha256) },
        { "not signed", it => it.SigningCredentials = null },
        { "another algorithm", it => it.SigningCredentials = new(it.SigningCredentials.Key, SecurityAlgorithms.RsaSsaPssSha256) },
        { "signed with a secret", it => it.SigningCredentials = new(new SymmetricSecurityKey(new byte[64]) { KeyId = "k1" }, SecurityAlgorithms.HmacSha256) },
    };

    [Theory, MemberData(nameof(Refused))]
    public async Task A_token_with_something_wrong_in_it_does_not(string what, Action<SecurityTokenDescriptor> wrong)
    {
        Assert.True(await Code(wrong) == HttpStatusCode.Unauthorized, what);
        Assert.Empty(await site.House.Read(db => db.Inbox.ToListAsync()));
    }

    [Theory]
    [InlineData(-64, -4)]
    [InlineData(4, 60)]
    public async Task Clocks_may_differ_by_up_to_five_minutes(int from, int until) =>
        Assert.Equal(HttpStatusCode.OK, await Code(it => (it.NotBefore, it.Expires) = (Now.AddMinutes(from).UtcDateTime, Now.AddMinutes(until).UtcDateTime)));

    [Theory]
    [InlineData("serviceurl", "https://khac.example/")]
    [InlineData("serviceUrl", null)]
    public async Task The_address_to_answer_at_must_be_the_one_that_was_signed(string name, string? value) =>
        Assert.Equal(HttpStatusCode.Forbidden, await Code(it => it.Claims = new Dictionary<string, object> { [name] = value ?? site.Azure.ServiceUrl }));

    [Fact]
    public async Task A_key_speaks_only_for_the_channels_it_is_endorsed_for() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Posts(site.Message("chào", change: it => it["channelId"] = "msteams"))).Code);

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("a.b.c")]
    [InlineData("eyJhbGciOiJub25lIn0.e30.")]
    [InlineData("eyJhbGciOiJkaXIifQ.A#.AAAA.AAAA.AAAA")]
    public async Task What_is_no_token_does_not_get_in(string token) =>
        Assert.Equal(HttpStatusCode.Unauthorized, (await site.Posts(site.Message("chào"), token)).Code);

    [Fact]
    public async Task A_changed_letter_of_a_token_is_noticed()
    {
        var parts = site.Azure.Mint(Now).Split('.');
        parts[1] = Base64UrlEncoder.Encode(Base64UrlEncoder.Decode(parts[1]).Replace(FalseAzure.AppId, "khac", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.Unauthorized, (await site.Posts(site.Message("chào"), string.Join('.', parts))).Code);
    }

    [Theory]
    [InlineData("không phải JSON")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"type":"message","text":"\ud83d"}""")]
    public async Task A_body_that_is_no_activity_is_refused(string body) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await site.Posts(Encoding.UTF8.GetBytes(body), site.Azure.Mint(Now))).Code);

    [Theory]
    [InlineData("channelId")]
    [InlineData("serviceUrl")]
    [InlineData("conversation")]
    [InlineData("from")]
    [InlineData("recipient")]
    [InlineData("type")]
    public async Task An_activity_must_have_what_every_activity_of_a_channel_has(string member) =>
        Assert.Equal(member == "type" ? HttpStatusCode.OK : HttpStatusCode.BadRequest, (await site.Posts(site.Message("chào", change: it => it.Remove(member)))).Code);

    [Fact]
    public async Task An_oversized_body_is_refused() =>
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await site.Posts(site.Message(new string('a', 800_000)))).Code);

    [Fact]
    public async Task Nothing_is_asked_of_azure_before_somebody_writes_and_the_keys_are_read_once_a_day()
    {
        Assert.Equal(0, site.Azure.KeysRead);
        await site.Posts(site.Message("một", "c7|1"));
        await site.Posts(site.Message("hai", "c7|2"));
        Assert.Equal(1, site.Azure.KeysRead);

        site.House.Clock.Advance(TimeSpan.FromHours(25));
        await site.Posts(site.Message("ba", "c7|3"));

        Assert.Equal(2, site.Azure.KeysRead);
    }

    [Fact]
    public async Task A_new_key_is_found_after_an_hour_and_made_up_ones_do_not_read_them_each_time()
    {
        await site.Posts(site.Message("một", "c7|1"));
        site.Azure.KeyId = "k2";
        Assert.Equal(HttpStatusCode.Unauthorized, (await site.Posts(site.Message("hai", "c7|2"))).Code);
        Assert.Equal(1, site.Azure.KeysRead);

        site.House.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(HttpStatusCode.OK, (await site.Posts(site.Message("hai", "c7|2"))).Code);
        Assert.Equal(2, site.Azure.KeysRead);
    }

    [Fact]
    public async Task While_the_keys_cannot_be_read_azure_is_asked_to_come_again()
    {
        site.Azure.IsAway = true;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await site.Posts(site.Message("một"))).Code);

        site.Azure.IsAway = false;
        site.House.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(HttpStatusCode.OK, (await site.Posts(site.Message("một"))).Code);
    }

    [Fact]
    public async Task Keys_that_are_there_serve_on_while_azure_is_away()
    {
        await site.Posts(site.Message("một", "c7|1"));
        site.Azure.IsAway = true;
        site.House.Clock.Advance(TimeSpan.FromHours(25));

        Assert.Equal(HttpStatusCode.OK, (await site.Posts(site.Message("hai", "c7|2"))).Code);
    }

    private async Task<HttpStatusCode> Code(Action<SecurityTokenDescriptor> change) => (await site.Posts(site.Message("Xin chào"), site.Azure.Mint(Now, change))).Code;
}
