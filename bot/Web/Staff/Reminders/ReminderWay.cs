using ChatBot.Web.Data.Rows;

namespace ChatBot.Web.Staff.Reminders;

/// <summary>One reminder, or all that fell due together, on their way to somebody.</summary>
internal sealed record Notice(StaffMember To, string Title, IReadOnlyList<string> Lines);

/// <summary>What came of it on one way.</summary>
/// <param name="Trouble">Why not, in Vietnamese, for the head of staff; null: nothing went wrong.</param>
internal sealed record Carried(bool WasSent, string? Trouble)
{
    /// <summary>This way leads nowhere for this person: it is off, or they have no browser that takes notices.</summary>
    public static Carried NoWay { get; } = new(false, null);

    public static Carried Sent { get; } = new(true, null);

    public static Carried Failed(string trouble) => new(false, trouble);
}

/// <summary>A way a reminder takes outside the desk.</summary>
internal abstract class ReminderWay
{
    /// <summary>Tells what went wrong; throws nothing that the network or the other side brings about.</summary>
    public abstract Task<Carried> Carry(Notice notice, CancellationToken cancellationToken);
}
