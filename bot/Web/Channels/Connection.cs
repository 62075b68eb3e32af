namespace ChatBot.Web.Channels;

/// <summary>How a channel's pages or accounts stand with their platform: asked once a day, shown to the head of staff.</summary>
public abstract class Connection
{
    /// <summary>The channel's name.</summary>
    public abstract string Channel { get; }

    /// <summary>The pages that stand in the settings with their tokens.</summary>
    public virtual IReadOnlyList<string> Given => [];

    /// <summary>Asks the platform whether it still lets us in. Renews what is due.</summary>
    public abstract Task<Health> Ask(string page, CancellationToken cancellationToken);

    /// <summary>What has to be entered at the platform before its people can be asked, with titles as they stand there.</summary>
    /// <param name="back">The address where the platform sends the browser afterwards.</param>
    public virtual IReadOnlyList<(string Title, string Value)> ToRegister(string back) => [];

    /// <summary>Where an admin of the account says yes; null: the access stands in the settings.</summary>
    /// <param name="staff">Who asks; nobody else may bring the answer.</param>
    public virtual Uri? Begin(string back, string staff) => null;

    /// <summary>The admin said yes: keeps the access.</summary>
    public virtual Task<Connected> Finish(Consent consent, CancellationToken cancellationToken) =>
        Task.FromResult(new Connected(null, "Kênh này không kết nối ở đây."));
}

/// <summary>What the platform sent the browser back with.</summary>
/// <param name="Staff">Who brings it.</param>
public sealed record Consent(string? Code, string? Account, string? State, string Staff);

/// <summary>What came of connecting.</summary>
/// <param name="Account">Null when it did not come about.</param>
/// <param name="Trouble">What to do, in Vietnamese.</param>
public sealed record Connected(string? Account, string? Trouble);

/// <summary>What a platform said when it was asked about a page.</summary>
public abstract record Health
{
    private Health() { }

    /// <param name="Name">Null when it may not tell us.</param>
    public sealed record Fine(string? Name) : Health;

    /// <summary>Somebody has to do something.</summary>
    public sealed record Broken(string Why) : Health;

    /// <summary>It did not answer; asked again soon.</summary>
    public sealed record Unclear : Health;
}
