using ChatBot.Web.Channels;
using ChatBot.Web.Data;

namespace ChatBot.Web.Conversations;

/// <summary>Keeps what came in, durably and once, before the platform hears "200".</summary>
public sealed class Inbox(GroupCommit store)
{
    /// <summary>Returns after the durable commit; what is there already is left as it is.</summary>
    /// <exception cref="StoreUnavailable">Nothing was kept: the platform must come again (503).</exception>
    public Task Keep(IReadOnlyList<Incoming> incoming, CancellationToken cancellationToken) => throw new NotSupportedException(store.ToString());
}
