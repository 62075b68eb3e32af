using ChatBot.Talk.Handoff.Calendar;

namespace ChatBot.Web.Data.Rows;

/// <summary>A team of the union: its advisors see its cases.</summary>
public sealed class UnitRow
{
    public long Id { get; init; }

    public required string Name { get; set; }

    public DateOnly From { get; set; }

    /// <summary>The last day; null: no end in sight.</summary>
    public DateOnly? Until { get; set; }
}

/// <summary>Who is on duty in a sitting of a day.</summary>
public sealed class DutyRow
{
    public required string Staff { get; init; }

    public DateOnly Day { get; init; }

    public Sitting Sitting { get; init; }
}

/// <summary>A browser that takes notices while the desk is closed (Web Push).</summary>
public sealed class PushRow
{
    public long Id { get; init; }

    public required string Staff { get; init; }

    /// <summary>The address of the push service, given by the browser.</summary>
    public required string Endpoint { get; init; }

    /// <summary>The browser's public key (`p256dh`).</summary>
    public required string Key { get; init; }

    /// <summary>The browser's secret (`auth`).</summary>
    public required string Secret { get; init; }

    public DateTimeOffset At { get; init; }
}

/// <summary>The keys by which push services know this house (VAPID). Made once: every browser's subscription is bound to them.</summary>
public sealed class PushKeyRow
{
    public int Id { get; init; } = 1;

    public required string PublicKey { get; init; }

    public required string PrivateKey { get; init; }
}
