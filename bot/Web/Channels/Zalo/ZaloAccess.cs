namespace ChatBot.Web.Channels.Zalo;

/// <summary>The way into an account, or why there is none.</summary>
public abstract record ZaloAccess
{
    private ZaloAccess() { }

    /// <param name="Token">Good for calls; never logged.</param>
    public sealed record Open(string Token) : ZaloAccess;

    /// <summary>A new token is on its way, or Zalo does not answer.</summary>
    public sealed record Later(string Why) : ZaloAccess;

    /// <summary>The head of staff has to connect the account again.</summary>
    public sealed record Lost(string Why) : ZaloAccess;
}

/// <summary>Gives a token of the account.</summary>
/// <param name="dead">The token Zalo has just refused; null: none.</param>
public delegate Task<ZaloAccess> ZaloDoor(string account, string? dead, CancellationToken cancellationToken);
