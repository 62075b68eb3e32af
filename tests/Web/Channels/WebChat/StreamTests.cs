using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using ChatBot.Talk.Activities;
using ChatBot.Web.Channels;
using ChatBot.Web.Channels.WebChat;
using ChatBot.Web.Data.Rows;
using static ChatBot.Web.Tests.Channels.WebChat.ChatSite;

namespace ChatBot.Web.Tests.Channels.WebChat;

/// <summary>The stream of Direct Line over a real WebSocket.</summary>
public sealed class StreamTests
{
    /// <summary>A line that stays silent must not stop the run.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_new_stream_first_tells_what_was_said_and_then_what_is_said()
    {
        await using var site = await Open();
        var (token, conversation) = await site.Visitor();
        await site.Say(conversation, "trước");

        using var socket = await Connect(site, conversation, token);
        var before = await Frame(socket);
        await site.Say(conversation, "sau");
        var after = await Frame(socket);

        Assert.Equal(("trước", "1"), (Text(before), before.GetProperty("watermark").GetString()));
        Assert.Equal(("sau", "2"), (Text(after), after.GetProperty("watermark").GetString()));
    }

    [Fact]
    public async Task A_stream_with_a_watermark_begins_after_it()
    {
        await using var site = await Open();
        var (token, conversation) = await site.Visitor();
        await site.Say(conversation, "một");
        await site.Say(conversation, "hai");

        using var socket = await Connect(site, conversation, token, "1");

        Assert.Equal("hai", Text(await Frame(socket)));
    }

    [Fact]
    public async Task The_persons_own_words_come_back_over_the_stream()
    {
        await using var site = await Open();
        var (token, conversation) = await site.Visitor();
        using var socket = await Connect(site, conversation, token);

        await site.Call(HttpMethod.Post, $"/v3/directline/conversations/{conversation}/activities", token, new { type = "message", text = "hỏi", channelData = new { clientActivityID = "abc" } });
        var echo = (await Frame(socket)).GetProperty("activities")[0];

        Assert.Equal("abc", echo.GetProperty("channelData").GetProperty("clientActivityID").GetString());
        Assert.Equal(conversation, echo.GetProperty("from").GetProperty("id").GetString());
    }

    [Fact]
    public async Task Typing_is_shown_and_moves_no_watermark()
    {
        await using var site = await Open();
        var (token, conversation) = await site.Visitor();
        await site.Say(conversation, "một");
        using var socket = await Connect(site, conversation, token);
        await Frame(socket);

        await site.The<Channel>().ShowTyping(new Address("site", conversation), Cancel);
        var frame = await Frame(socket);

        Assert.Equal(("typing", "1"), (frame.GetProperty("activities")[0].GetProperty("type").GetString(), frame.GetProperty("watermark").GetString()));
    }

    [Fact]
    public async Task An_empty_frame_is_answered_with_an_empty_frame_and_other_words_with_nothing()
    {
        await using var site = await Open();
        var (token, conversation) = await site.Visitor();
        using var socket = await Connect(site, conversation, token);

        await socket.SendAsync("{}"u8.ToArray(), WebSocketMessageType.Text, true, Cancel);
        await socket.SendAsync(ReadOnlyMemory<byte>.Empty, WebSocketMessageType.Text, true, Cancel);
        var answer = await socket.ReceiveAsync(new byte[16], Cancel).WaitAsync(Soon, Cancel);
        await site.Say(conversation, "sau");

        Assert.Equal((0, true), (answer.Count, answer.EndOfMessage));
        Assert.Equal("sau", Text(await Frame(socket)));
    }

    [Fact]
    public async Task A_change_nobody_told_of_is_found_all_the_same()
    {
        await using var site = await Open();
        var (token, conversation) = await site.Visitor();
        using var socket = await Connect(site, conversation, token);
        await socket.SendAsync(ReadOnlyMemory<byte>.Empty, WebSocketMessageType.Text, true, Cancel);
        await socket.ReceiveAsync(new byte[16], Cancel).WaitAsync(Soon, Cancel);

        await using (var db = await site.Db())
        {
            db.Said.Add(new SaidRow { ConversationId = $"webchat:site:{conversation}", Author = Author.Bot, At = site.Time.GetUtcNow(), Activity = ActivityJson.Write(new Activity { Text = "im lặng" }) });
            await db.SaveChangesAsync(Cancel);
        }
        var frame = Frame(socket);
        while (!frame.IsCompleted)
        {
            site.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal("im lặng", Text(await frame));
    }

    [Fact]
    public async Task One_persons_stream_hears_nothing_of_anothers()
    {
        await using var site = await Open();
        var (token, conversation) = await site.Visitor();
        var (_, other) = await site.Visitor();
        using var socket = await Connect(site, conversation, token);

        await site.Say(other, "không phải của bạn");
        await site.Say(conversation, "của bạn");

        Assert.Equal("của bạn", Text(await Frame(socket)));
        await Assert.ThrowsAsync<WebSocketException>(() => Connect(site, other, token));
    }

    [Fact]
    public async Task When_the_program_stops_the_line_is_closed_so_that_the_browser_comes_back()
    {
        var site = await Open();
        var (token, conversation) = await site.Visitor();
        using var socket = await Connect(site, conversation, token);

        await site.Stop();

        var end = await socket.ReceiveAsync(new byte[16], Cancel).WaitAsync(Soon, Cancel);
        Assert.Equal((WebSocketMessageType.Close, WebSocketCloseStatus.EndpointUnavailable), (end.MessageType, socket.CloseStatus));
    }

    [Fact]
    public void A_signal_reaches_all_ears_of_a_person_until_they_are_gone()
    {
        var signals = new WebChatSignals();
        using var one = signals.Listen("dl_1");
        var two = signals.Listen("dl_1");

        two.Dispose();
        signals.Tell("dl_1", WebChatSignal.Said);

        Assert.True(one.Reader.TryRead(out _));
        Assert.False(two.Reader.TryRead(out _));
    }

    private static async Task<ClientWebSocket> Connect(ChatSite site, string conversation, string token, string watermark = "-")
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri($"ws://{site.Address.Authority}/v3/directline/conversations/{conversation}/stream?watermark={watermark}&t={token}"), Cancel);
        return socket;
    }

    private static async Task<JsonElement> Frame(WebSocket socket)
    {
        var bytes = new byte[64 * 1024];
        var count = 0;
        ValueWebSocketReceiveResult piece;
        do
        {
            piece = await socket.ReceiveAsync(bytes.AsMemory(count), Cancel).AsTask().WaitAsync(Soon, Cancel);
            count += piece.Count;
        }
        while (!piece.EndOfMessage);
        return JsonSerializer.Deserialize<JsonElement>(Encoding.UTF8.GetString(bytes, 0, count));
    }

    private static string? Text(JsonElement frame) => frame.GetProperty("activities").EnumerateArray().Single().GetProperty("text").GetString();
}
