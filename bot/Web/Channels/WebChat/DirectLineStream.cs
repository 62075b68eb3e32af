using System.Data.Common;
using System.Net.WebSockets;
using System.Text.Json;
using System.Threading.Channels;
using ChatBot.Talk.Activities;

namespace ChatBot.Web.Channels.WebChat;

/// <summary>`GET conversations/{id}/stream`: everything after the watermark, and then each line as it is said, over a WebSocket.</summary>
public sealed class DirectLineStream(WebChatTranscript transcript, WebChatSignals signals, IHostApplicationLifetime program, TimeProvider time, ILogger<DirectLineStream> log)
{
    // Signals may be lost: the stream also looks by itself.
    private static readonly TimeSpan LookAfter = TimeSpan.FromSeconds(10);

    public static void Map(IEndpointRouteBuilder directLine) =>
        directLine.MapGet("/conversations/{conversation}/stream", Get);

    private static async Task<IResult> Get(HttpContext http, string conversation, string? watermark, DirectLineStream stream)
    {
        if (!http.WebSockets.IsWebSocketRequest)
            return DirectLineError.Bad("The stream is a WebSocket");
        if (!Watermark.TryRead(watermark, out var after))
            return Watermark.Wrong;

        using var socket = await http.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext
        {
            KeepAliveInterval = TimeSpan.FromSeconds(15),
            KeepAliveTimeout = TimeSpan.FromSeconds(20),
        });
        await stream.Run(socket, new Reader(conversation, WebChatSetup.SiteOf(http.Request)), after, http.RequestAborted);
        return Results.Empty;
    }

    private async Task Run(WebSocket socket, Reader reader, long after, CancellationToken aborted)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(aborted, program.ApplicationStopping);
        using var ear = signals.Listen(reader.Conversation);
        var hearing = Hear(socket, ear, ends);
        try
        {
            await Speak(socket, ear.Reader, reader, after, ends.Token);
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException)
        {
            // The browser left, or we are stopping: it comes back with its watermark.
        }
        catch (DbException trouble)
        {
            log.TranscriptAway(trouble);
        }

        await Close(socket, hearing);
    }

    private async Task Speak(WebSocket socket, ChannelReader<WebChatSignal> ear, Reader reader, long after, CancellationToken cancellationToken)
    {
        after = await SendNew(socket, reader, after, cancellationToken);
        while (true)
        {
            switch (await Next(ear, cancellationToken))
            {
                case WebChatSignal.Ping:
                    await socket.SendAsync(ReadOnlyMemory<byte>.Empty, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
                    break;
                case WebChatSignal.Typing:
                    await Send(socket, new([WebChatPayload.Typing(reader.Conversation, time.GetUtcNow())], Watermark.Write(after)), cancellationToken);
                    break;
                default:
                    after = await SendNew(socket, reader, after, cancellationToken);
                    break;
            }
        }
    }

    private async Task<long> SendNew(WebSocket socket, Reader reader, long after, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (news, last) = await transcript.After(reader.Conversation, after, reader.Site, cancellationToken);
            if (last == after)
                return after;
            if (news.Count > 0)
                await Send(socket, new(news, Watermark.Write(last)), cancellationToken);
            after = last;
        }
    }

    private async Task<WebChatSignal> Next(ChannelReader<WebChatSignal> ear, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(LookAfter, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await ear.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return WebChatSignal.Said;
        }
    }

    /// <summary>Browsers only send empty frames, to see whether the line still stands; whatever else comes is left unread.</summary>
    private static async Task Hear(WebSocket socket, WebChatSignals.Ear ear, CancellationTokenSource ends)
    {
        var buffer = new byte[1024];
        try
        {
            // Not to be cancelled: that would break the line before it can be closed.
            while (await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None) is { MessageType: not WebSocketMessageType.Close } frame)
                if (frame is { Count: 0, EndOfMessage: true })
                    ear.Tell(WebChatSignal.Ping);
        }
        catch (WebSocketException)
        {
            // As above: nothing is lost with the line.
        }
        await ends.CancelAsync();
    }

    private static Task Send(WebSocket socket, ActivitySet set, CancellationToken cancellationToken) =>
        socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(set, ActivityJson.Options), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);

    // Says goodbye and waits a second for the browser's; then nobody is there to say it to.
    private static async Task Close(WebSocket socket, Task hearing)
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await socket.CloseOutputAsync(WebSocketCloseStatus.EndpointUnavailable, null, soon.Token);
            await hearing.WaitAsync(soon.Token);
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException)
        {
            socket.Abort();
        }
        await hearing;
    }

    /// <summary>Who reads, and this site as they reach it.</summary>
    private sealed record Reader(string Conversation, string Site);
}
