using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using ChatBot.Web.Tests.Houses;

namespace ChatBot.Web.Tests.Channels.WebChat;

/// <summary>Web chat through the whole program, on both databases and between machines.</summary>
public sealed class WebChatWalkTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnEveryDatabase]
    public async Task A_question_is_kept_once_answered_once_and_read_in_order(Database database)
    {
        await using var house = await House.Open(database);
        using var browser = await Visitor.Come(house);

        var first = await browser.Post("một", "c1");
        var again = await browser.Post("một", "c1");
        await house.Quiet();
        await browser.Post("hai", "c2");
        await house.Quiet();

        Assert.Equal(first, again);
        Assert.Equal(["một", "Về: một", "hai", "Về: hai"], await browser.Read());
    }

    [Fact]
    public async Task What_one_machine_hears_is_told_by_the_other()
    {
        await using var house = await House.Open(Database.Postgres);
        await using var beside = await house.Beside();
        using var browser = await Visitor.Come(house);
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri($"{beside.Address.Replace("http", "ws", StringComparison.Ordinal)}{browser.Path}/stream?t={browser.Token}"), Cancel);

        await browser.Post("một", "c1");

        var heard = new StringBuilder();
        var bytes = new byte[64 * 1024];
        while (!heard.ToString().Contains("Về: một", StringComparison.Ordinal))
            heard.Append(Encoding.UTF8.GetString(bytes, 0, (await socket.ReceiveAsync(bytes, Cancel)).Count));
    }

    /// <summary>A browser without a window.</summary>
    private sealed class Visitor(HttpClient http, string conversation, string token) : IDisposable
    {
        public string Token => token;

        public string Path => $"/v3/directline/conversations/{conversation}";

        public static async Task<Visitor> Come(House house)
        {
            var http = new HttpClient { BaseAddress = new Uri(house.Address) };
            var ticket = await (await http.PostAsync("/chat/token", null, Cancel)).Content.ReadFromJsonAsync<JsonElement>(Cancel);
            var token = ticket.GetProperty("token").GetString()!;
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
            return new Visitor(http, ticket.GetProperty("conversationId").GetString()!, token);
        }

        /// <summary>The id of the line it was kept on.</summary>
        public async Task<string?> Post(string text, string id)
        {
            using var answer = await http.PostAsJsonAsync($"{Path}/activities", new { type = "message", text, channelData = new { clientActivityID = id } }, Cancel);
            return (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("id").GetString();
        }

        public async Task<IReadOnlyList<string?>> Read() =>
            [.. (await http.GetFromJsonAsync<JsonElement>($"{Path}/activities", Cancel)).GetProperty("activities").EnumerateArray().Select(it => it.GetProperty("text").GetString())];

        public void Dispose() => http.Dispose();
    }
}
