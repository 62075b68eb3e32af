using System.Net;
using ChatBot.Web.Tests.Houses;

namespace ChatBot.Web.Tests.Channels.BotFramework;

/// <summary>Callers that show a token of our own registration, as the Emulator does.</summary>
public sealed class EmulatorDoorTests : IAsyncLifetime
{
    private const string BotFrameworkTenant = "d6d49420-f39b-4df7-a1dc-d59a935871db";

    private AzureSite site = null!;

    public async ValueTask InitializeAsync() => site = await AzureSite.Open(plan =>
    {
        plan.Settings["BotFramework:Emulator"] = "true";
        plan.Settings["BotFramework:TenantId"] = FalseAzure.Tenant;
    });

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Theory]
    [InlineData($"https://sts.windows.net/{BotFrameworkTenant}/", "1.0", "appid", FalseAzure.AppId, HttpStatusCode.OK)]
    [InlineData($"https://sts.windows.net/{BotFrameworkTenant}/", null, "appid", FalseAzure.AppId, HttpStatusCode.Unauthorized)]
    [InlineData($"https://login.microsoftonline.com/{BotFrameworkTenant}/v2.0", "2.0", "azp", FalseAzure.AppId, HttpStatusCode.OK)]
    [InlineData($"https://login.microsoftonline.com/{FalseAzure.Tenant}/v2.0", "2.0", "azp", FalseAzure.AppId, HttpStatusCode.OK)]
    [InlineData($"https://sts.windows.net/{FalseAzure.Tenant}/", "1.0", "appid", FalseAzure.AppId, HttpStatusCode.OK)]
    [InlineData($"https://login.microsoftonline.com/{BotFrameworkTenant}/v2.0", "2.0", "appid", FalseAzure.AppId, HttpStatusCode.Unauthorized)]
    [InlineData($"https://sts.windows.net/{BotFrameworkTenant}/", "1.0", "appid", "another-app", HttpStatusCode.Unauthorized)]
    [InlineData($"https://sts.windows.net/{BotFrameworkTenant}/", "3.0", "appid", FalseAzure.AppId, HttpStatusCode.Unauthorized)]
    [InlineData("https://sts.windows.net/11111111-2222-4333-8444-555555555555/", "1.0", "appid", FalseAzure.AppId, HttpStatusCode.Unauthorized)]
    public async Task Only_those_that_know_our_secret_get_in(string issuer, string? version, string claim, string app, HttpStatusCode code)
    {
        var token = site.Azure.Mint(site.House.Clock.GetUtcNow(), it =>
        {
            it.Issuer = issuer;
            it.Claims = new Dictionary<string, object> { [claim] = app, ["tid"] = issuer.Split('/')[3] };
            if (version is not null)
                it.Claims["ver"] = version;
        });

        Assert.Equal(code, (await site.Posts(site.Message("chào", change: it => it["channelId"] = "emulator"), token)).Code);
    }

    [Fact]
    public async Task A_single_tenant_bot_gets_its_tokens_from_its_own_tenant()
    {
        await site.Hears("Tôi được nghỉ mấy ngày?");

        Assert.Equal(FalseAzure.Tenant, Assert.Single(site.Azure.TokensAsked));
        Assert.Single(site.Azure.Messages);
    }
}
