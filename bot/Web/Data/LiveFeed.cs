namespace ChatBot.Web.Data;

/// <summary>Tells desks and web chats that something changed in a conversation; they read what it was from the database. It may lose a word: readers look by themselves too.</summary>
public sealed class LiveFeed
{
    /// <summary>Says to every listener, on every machine, that this conversation changed.</summary>
    public void Tell(string conversation) => throw new NotSupportedException(conversation);

    /// <summary>The ids of conversations as they change, from now on.</summary>
    public IAsyncEnumerable<string> Changes(CancellationToken cancellationToken) => throw new NotSupportedException();
}
