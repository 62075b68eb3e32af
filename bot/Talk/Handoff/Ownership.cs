namespace ChatBot.Talk.Handoff;

/// <summary>Who has a conversation, and what that lets each side do. A value: it is asked where something is written, and again where it is sent.</summary>
/// <param name="Owner">The advisor; null while the bot has it, nobody yet, or somebody in the Page's own inbox.</param>
public readonly record struct Ownership(Speaker Speaker, string? Owner)
{
    /// <param name="advisor">Whom it goes to, when an advisor takes it or passes it on.</param>
    public Ownership After(HandoffEvent what, string? advisor = null)
    {
        var speaker = Speaking.After(Speaker, what);
        var owner = what is HandoffEvent.AdvisorTakes or HandoffEvent.AdvisorPasses ? advisor : Owner;
        return new Ownership(speaker, speaker == Speaker.Advisor ? owner : null);
    }

    /// <summary>Only its owner answers in a conversation, passes it on, or puts it back.</summary>
    public bool IsOf(string advisor) => Speaker == Speaker.Advisor && Owner == advisor;

    /// <summary>No other advisor has it.</summary>
    public bool IsFreeFor(string advisor) => Owner is null || Owner == advisor;

    /// <summary>A turn of the bot that began while <paramref name="begun"/> spoke may be written only if nobody came between.</summary>
    public bool LetsBotWrite(Speaker begun) => Speaker == begun && Speaker != Speaker.Advisor;

    /// <summary>What the bot wrote may leave only while no person has the conversation; its word that a person comes may leave even then.</summary>
    public bool LetsBotSend(bool handsOver) => Speaker != Speaker.Advisor || handsOver;
}
