using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace ChatBot.Web.Data;

/// <summary>Tells desks and web chats that something changed in a conversation; they read what it was from the database. It may lose a word: readers look by themselves too.</summary>
public sealed class LiveFeed
{
    /// <summary>In place of a conversation: articles or statutes changed.</summary>
    public const string Knowledge = "#knowledge";

    private const int MostUnread = 1000;

    private readonly ConcurrentDictionary<Channel<string>, byte> listeners = [];

    /// <summary>Where words for the other machines go; full or unread, the oldest are lost.</summary>
    internal Channel<string> ForOthers { get; } = Bounded();

    /// <summary>Says to every listener, on every machine, that this conversation changed.</summary>
    public void Tell(string conversation)
    {
        Hear(conversation);
        ForOthers.Writer.TryWrite(conversation);
    }

    /// <summary>The ids of conversations as they change, from now on.</summary>
    public IAsyncEnumerable<string> Changes(CancellationToken cancellationToken)
    {
        // Before the first item is asked for: what changes between the call and the loop is heard too.
        var own = Bounded();
        listeners[own] = 0;
        cancellationToken.Register(() => listeners.TryRemove(own, out _));
        return Read(own, cancellationToken);
    }

    /// <summary>What another machine said.</summary>
    internal void Hear(string conversation)
    {
        foreach (var (listener, _) in listeners)
            listener.Writer.TryWrite(conversation);
    }

    private async IAsyncEnumerable<string> Read(Channel<string> own, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var conversation in own.Reader.ReadAllAsync(cancellationToken))
                yield return conversation;
        }
        finally
        {
            listeners.TryRemove(own, out _);
        }
    }

    private static Channel<string> Bounded() => Channel.CreateBounded<string>(new BoundedChannelOptions(MostUnread) { FullMode = BoundedChannelFullMode.DropOldest });
}
