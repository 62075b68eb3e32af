using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading.Channels;

namespace ChatBot.Web.Channels.WebChat;

/// <summary>What wakes an open stream.</summary>
public enum WebChatSignal
{
    /// <summary>Something may have been said.</summary>
    Said,

    Typing,

    /// <summary>The browser asks whether the line still stands.</summary>
    Ping,
}

/// <summary>Tells the open streams of this machine that something happened. Lossy: what was said is read from the transcript.</summary>
public sealed class WebChatSignals
{
    private readonly ConcurrentDictionary<string, ImmutableList<ChannelWriter<WebChatSignal>>> streams = new();

    /// <summary>Signals for one open stream, until it is disposed.</summary>
    public Ear Listen(string person)
    {
        var line = System.Threading.Channels.Channel.CreateBounded<WebChatSignal>(new BoundedChannelOptions(16) { FullMode = BoundedChannelFullMode.DropOldest });
        streams.AddOrUpdate(person, [line.Writer], (_, others) => others.Add(line.Writer));
        return new Ear(this, person, line);
    }

    public void Tell(string person, WebChatSignal signal)
    {
        if (streams.TryGetValue(person, out var lines))
            foreach (var line in lines)
                line.TryWrite(signal);
    }

    private void Leave(string person, ChannelWriter<WebChatSignal> line)
    {
        while (streams.TryGetValue(person, out var lines))
        {
            var rest = lines.Remove(line);
            if (rest.IsEmpty
                    ? streams.TryRemove(KeyValuePair.Create(person, lines))
                    : streams.TryUpdate(person, rest, lines))
                return;
        }
    }

    /// <summary>One open stream, listening.</summary>
    public sealed class Ear(WebChatSignals signals, string person, Channel<WebChatSignal> line) : IDisposable
    {
        public ChannelReader<WebChatSignal> Reader => line.Reader;

        /// <summary>A signal for this stream alone.</summary>
        public void Tell(WebChatSignal signal) => line.Writer.TryWrite(signal);

        public void Dispose() => signals.Leave(person, line.Writer);
    }
}
