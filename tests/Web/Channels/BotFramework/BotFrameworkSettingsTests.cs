using System.Net;
using ChatBot.Web.Tests.Houses;
using Microsoft.Extensions.Options;

namespace ChatBot.Web.Tests.Channels.BotFramework;

public sealed class BotFrameworkSettingsTests
{
    [Theory]
    [InlineData("BotFramework:AppId", "", "BotFramework:AppId is missing")]
    [InlineData("BotFramework:AppPassword", "", "BotFramework:AppPassword is missing")]
    [InlineData("BotFramework:MetadataUrl", "http://login.example/openid", "BotFramework:MetadataUrl must be an https address")]
    [InlineData("BotFramework:EmulatorMetadataUrl", "http://localhost.example/openid", "BotFramework:EmulatorMetadataUrl must be an https address")]
    [InlineData("BotFramework:LoginUrl", "login.example", "BotFramework:LoginUrl must be an https address")]
    [InlineData("BotFramework:Handoff", "theirs", "BotFramework:Handoff must be ours")]
    public async Task A_wrong_setting_says_at_start_what_to_do(string name, string value, string words)
    {
        var wrong = await Assert.ThrowsAsync<OptionsValidationException>(() => AzureSite.Open(plan => plan.Settings[name] = value));

        Assert.Contains(words, wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("BotFramework:Desk:Url", "http://desk.example/api/messages", "BotFramework:Desk:Url must be an https address")]
    [InlineData("BotFramework:Desk:Url", "https://desk.example:99999/", "BotFramework:Desk:Url must be an https address")]
    [InlineData("BotFramework:Desk:Url", "", "BotFramework:Desk:Url is missing")]
    [InlineData("BotFramework:Desk:AppId", "", "BotFramework:Desk:AppId is missing")]
    [InlineData("Site:Url", "", "Site:Url must be the https address of this program")]
    [InlineData("Site:Url", "http://hoidap.example.vn", "Site:Url must be the https address of this program")]
    public async Task A_wrong_setting_of_another_desk_says_at_start_what_to_do(string name, string value, string words)
    {
        var wrong = await Assert.ThrowsAsync<OptionsValidationException>(() => CalledDesk.Open(change: plan => plan.Settings[name] = value));

        Assert.Contains(words, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_settings_the_channel_is_off_and_says_so_at_start()
    {
        await using var house = await House.Open(Database.Sqlite);
        using var http = new HttpClient();
        using var body = new StringContent("{}");

        using var answer = await http.PostAsync(new Uri($"{house.Address}/api/messages"), body, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Contains("Bot Framework (Azure Bot): tắt, chưa có cài đặt BotFramework:AppId, :AppPassword", await Printed(house), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_settings_it_is_on()
    {
        await using var site = await AzureSite.Open();

        Assert.Contains("Bot Framework (Azure Bot): bật", await Printed(site.House), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_desk_is_told_of_at_start()
    {
        await using var desk = await CalledDesk.Open();

        Assert.Contains("Bàn trực bên ngoài: bật", await Printed(desk.House), StringComparison.Ordinal);
    }

    private static async Task<string> Printed(House house)
    {
        using var screen = new StringWriter();
        await Greeting.Print(house.Get<IServiceProvider>(), screen);
        return screen.ToString();
    }
}
