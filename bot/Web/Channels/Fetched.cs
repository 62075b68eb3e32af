namespace ChatBot.Web.Channels;

/// <summary>What came of fetching a file that a platform holds; whoever asked decides what to do about it. Reasons are for people, in Vietnamese.</summary>
public abstract record Fetched
{
    private Fetched() { }

    public sealed record Done(byte[] Content) : Fetched;

    /// <summary>Busy or broken for the moment.</summary>
    public sealed record TryLater(string Why) : Fetched;

    /// <summary>It will never come.</summary>
    public sealed record Never(string Why) : Fetched;
}
