namespace ChatBot.Web.Data.Rows;

/// <summary>How a page or an account stands with its platform, and the tokens that people of it gave us here.</summary>
public sealed class ConnectionRow
{
    public required string Channel { get; init; }

    public required string Page { get; init; }

    /// <summary>As the platform calls it; null: not asked yet.</summary>
    public string? Name { get; set; }

    /// <summary>Encrypted; null: the token stands in the settings, or there is none yet.</summary>
    public string? AccessToken { get; set; }

    /// <summary>Encrypted. Good for one renewal, which gives the next one.</summary>
    public string? RefreshToken { get; set; }

    /// <summary>Encrypted. The one before, already spent; tried once more before anybody is alarmed.</summary>
    public string? SpentToken { get; set; }

    /// <summary>Which pair of tokens this is; a renewal replaces only the pair it began with.</summary>
    public long Generation { get; set; }

    public DateTimeOffset? ExpiresAt { get; set; }

    /// <summary>When the next pair is fetched, well before this one ends.</summary>
    public DateTimeOffset? RenewAt { get; set; }

    /// <summary>Until when one machine renews it.</summary>
    public DateTimeOffset? RenewingUntil { get; set; }

    /// <summary>When the platform last answered for it.</summary>
    public DateTimeOffset? CheckedAt { get; set; }

    /// <summary>What the head of staff has to do, in Vietnamese; null: all is well as far as we know.</summary>
    public string? Trouble { get; set; }

    /// <summary>When it is looked after next.</summary>
    public DateTimeOffset DueAt { get; set; }
}
