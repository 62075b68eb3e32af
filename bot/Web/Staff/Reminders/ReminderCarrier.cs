namespace ChatBot.Web.Staff.Reminders;

/// <summary>Carries a reminder on every way there is.</summary>
internal sealed class ReminderCarrier(IEnumerable<ReminderWay> ways)
{
    /// <summary>Shorter than a claim holds, so that no other machine takes it up meanwhile.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Sent when one way worked; the trouble of another is told all the same.</summary>
    public async Task<Carried> Carry(Notice notice, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        var each = await Task.WhenAll(ways.Select(it => it.Carry(notice, patience.Token)));
        var troubles = each.Select(it => it.Trouble).OfType<string>().ToList();
        return new Carried(each.Any(it => it.WasSent), troubles.Count > 0 ? string.Join("; ", troubles) : null);
    }
}
