using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;

namespace ChatBot.Web.Conversations;

/// <summary>What came of an advisor's wish.</summary>
public enum HandoffResult
{
    Done,

    /// <summary>Somebody else owns the conversation, or nobody does yet.</summary>
    NotYours,

    /// <summary>There is no such conversation.</summary>
    Unknown,
}

/// <summary>The only place that changes who owns a conversation, always inside the transaction that writes.</summary>
public sealed class Handoffs(GroupCommit store)
{
    /// <summary>The advisor takes a conversation that no other advisor owns.</summary>
    public Task<HandoffResult> Take(string conversation, StaffMember staff, CancellationToken cancellationToken) => throw new NotSupportedException(store.ToString());

    /// <summary>The matter is done: the bot answers again. Also for a conversation somebody answered in the Page's own inbox.</summary>
    public Task<HandoffResult> End(string conversation, StaffMember staff, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>The advisor puts it back among those that wait, for a colleague.</summary>
    public Task<HandoffResult> Return(string conversation, StaffMember staff, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>The owner answers the worker.</summary>
    public Task<HandoffResult> Say(string conversation, StaffMember staff, string text, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>The owner wants a parked or refused reply to be sent once more.</summary>
    public Task<HandoffResult> SendAgain(long outboxId, StaffMember staff, CancellationToken cancellationToken) => throw new NotSupportedException();
}
