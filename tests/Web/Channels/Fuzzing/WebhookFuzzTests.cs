using System.Security.Cryptography;
using System.Text;
using ChatBot.Web.Channels.BotFramework;
using ChatBot.Web.Channels.Messenger;
using ChatBot.Web.Channels.Zalo;
using ChatBot.Web.Tests.Houses;
using Microsoft.AspNetCore.Http;

namespace ChatBot.Web.Tests.Channels.Fuzzing;

/// <summary>Bodies nobody sends, at the endpoints of the platforms: each is read or refused, at once, and none believed without its own signature.</summary>
public sealed class WebhookFuzzTests
{
    [Fact]
    public async Task Messenger_reads_or_refuses_any_body_and_believes_none_without_its_own_signature()
    {
        await using var doors = new Doors(new(Meta.Settings("http://graph.invalid")) { ["Messenger:Pages:0:InviteComments"] = "true" });
        var door = doors.Open("/webhooks/messenger");
        await Fuzz.Try(Fuzz.Seeds("messenger"), MessengerWebhook.LargestBody, async it =>
        {
            var (right, tooBig) = (Signature(it.Original), it.Body.Length > MessengerWebhook.LargestBody);
            await door.Post(it.Body, Signed(Signature(it.Body)), tooBig ? [413] : [200, 400]);
            if (!it.IsSame)
                await door.PostAsStranger(it.Body, Signed(right), tooBig ? [413] : [403]);
            if (it.Twist(right) is var twisted && !twisted.Equals(right, StringComparison.OrdinalIgnoreCase))
                await door.PostAsStranger(it.Original, Signed(twisted), [403]);
        });

        static Action<HttpRequest> Signed(string signature) => request => request.Headers["X-Hub-Signature-256"] = signature;
        static string Signature(byte[] body) => $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Meta.AppSecret), body))}";
    }

    // Whoever names no event is told that somebody is there, and nothing is kept of it.
    [Fact]
    public async Task Zalo_reads_or_refuses_any_body_and_believes_none_without_its_own_mac()
    {
        await using var doors = new Doors(new() { ["Zalo:AppId"] = "41", ["Zalo:AppSecret"] = "bi-mat", ["Zalo:OaSecretKey"] = "khoa-oa-thu" });
        var door = doors.Open("/webhooks/zalo");
        await Fuzz.Try(Fuzz.Seeds("zalo"), ZaloWebhook.LargestBody, async it =>
        {
            var (right, tooBig) = (Mac(it.Original), it.Body.Length > ZaloWebhook.LargestBody);
            await door.Post(it.Body, Signed(Mac(it.Body)), tooBig ? [413] : [200, 400]);
            if (!it.IsSame)
                await door.PostAsStranger(it.Body, Signed(right), tooBig ? [413] : [200, 400, 401]);
            if (it.Twist(right) is var twisted && Bare(twisted) != Bare(right))
                await door.PostAsStranger(it.Original, Signed(twisted), it.Original.Length < 10 ? [200] : [401]);
        });

        // The moment of the header counts, too, so that every body can be signed.
        static Action<HttpRequest> Signed(string mac) => request => (request.Headers["X-ZEvent-Signature"], request.Headers["X-ZEvent-Timestamp"]) = (mac, "1790041200000");
        static string Mac(byte[] body) => $"mac={Convert.ToHexStringLower(SHA256.HashData([.. "41"u8, .. body, .. "1790041200000khoa-oa-thu"u8]))}";
        static string Bare(string mac) => (mac.StartsWith("mac=", StringComparison.Ordinal) ? mac[4..] : mac).ToUpperInvariant();
    }

    [Fact]
    public async Task The_Bot_Framework_endpoint_reads_or_refuses_any_body_and_believes_no_other_token()
    {
        await using var azure = await FalseAzure.Open();
        await using var doors = new Doors(new(azure.Settings) { ["BotFramework:Emulator"] = "true", ["BotFramework:Handoff"] = "channel" }, keepsNothing: true);
        var door = doors.Open("/api/messages");
        // One that may speak for every channel and every address, and one of a channel.
        var ours = azure.MintEntra(Doors.Now, FalseAzure.AppId);
        var channels = azure.Mint(Doors.Now);
        await Fuzz.Try(Fuzz.Seeds("botframework"), BotFrameworkPayload.LargestBody, async it =>
        {
            await door.Post(it.Body, Bearing(ours), it.Body.Length > BotFrameworkPayload.LargestBody ? [413] : [200, 400, 501, 503]);
            var token = it.Body.Length % 2 == 0 ? ours : channels;
            if (it.Twist(token) is var twisted && !Tokens.AreSame(twisted, token))
                await door.PostAsStranger(it.Original, Bearing(twisted), [401]);
        });
    }

    [Fact]
    public async Task The_Connector_of_another_desk_reads_or_refuses_any_body_and_believes_no_other_token()
    {
        await using var azure = await FalseAzure.Open();
        await using var doors = new Doors(azure.WithDesk);
        var door = doors.Open("/api/desk/v3/conversations/{conversation}/activities");
        var token = azure.MintEntra(Doors.Now);
        await Fuzz.Try(Fuzz.Seeds("botframework"), BotFrameworkPayload.LargestBody, async it =>
        {
            await door.Post(it.Body, Bearing(token), it.Body.Length > BotFrameworkPayload.LargestBody ? [413] : [200, 400]);
            if (it.Twist(token) is var twisted && !Tokens.AreSame(twisted, token))
                await door.PostAsStranger(it.Original, Bearing(twisted), 401);
        });
    }

    private static Action<HttpRequest> Bearing(string token) => request =>
    {
        request.Headers.Authorization = $"Bearer {token}";
        request.RouteValues["conversation"] = "messenger:1:24";
    };
}
