using System.Net;
using ChatBot.Web.Channels.BotFramework;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace ChatBot.Web.Tests.Channels.BotFramework;

public sealed class SigningKeysTests
{
    [Theory]
    [InlineData("""{"jwks_uri":"https://login[.example/keys"}""")]
    [InlineData("""{"jwks_uri":"keys"}""")]
    [InlineData("""{"jwks_uri":7}""")]
    [InlineData("[]")]
    public async Task Metadata_that_lead_nowhere_are_no_keys(string metadata)
    {
        using var web = new HttpClient(new FalsePlatform(HttpStatusCode.OK, metadata));
        using var keys = new SigningKeys(web, "https://login.example/openid", new FakeTimeProvider(), NullLogger<SigningKeys>.Instance);

        Assert.Null(await keys.For("k1", TestContext.Current.CancellationToken));
    }
}
