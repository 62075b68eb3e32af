using System.ComponentModel.DataAnnotations.Schema;
using ChatBot.Talk.Handoff;

namespace ChatBot.Web.Data.Rows;

/// <summary>One person's conversation on one page of one channel: who speaks in it, and what the bot remembers.</summary>
public sealed class ConversationRow
{
    /// <summary>`channel:page:person`, e.g. `messenger:1023:24`; the person's id is the platform's, never a name.</summary>
    public required string Id { get; init; }

    public required string Channel { get; init; }

    /// <summary>The page, official account or site the person wrote to; one program serves several.</summary>
    public required string Page { get; init; }

    /// <summary>The person's id on that page.</summary>
    public required string Person { get; init; }

    /// <summary>What its channel needs to answer, in the channel's own words; null: nothing.</summary>
    public string? Reference { get; set; }

    /// <summary>The name the platform gave, when it gave one.</summary>
    public string? Name { get; set; }

    /// <summary>The name without accents and capitals, for search.</summary>
    public string? FoldedName { get; set; }

    public Speaker Speaker { get; set; }

    /// <summary>The staff account that owns the conversation; null while the bot does, or nobody yet, or somebody in the Page's inbox.</summary>
    public string? Owner { get; set; }

    /// <summary>Who has it, as a value that knows what that allows.</summary>
    [NotMapped]
    public Ownership Ownership => new(Speaker, Owner);

    /// <summary>The open case; null while the bot answers.</summary>
    public long? Case { get; set; }

    /// <summary>The team it was passed to; null: everybody's.</summary>
    public long? Unit { get; set; }

    /// <summary>Where the worker is employed, as an advisor noted it: whoever works there too may not open it.</summary>
    public string? Employer { get; set; }

    /// <summary>Shared by the conversations of one worker who said so, as advisors noted it; null, or nobody else's: nobody did.</summary>
    public Guid? SamePerson { get; set; }

    /// <summary>Another desk was called, and hears what the worker says until the bot or an advisor of ours has the conversation.</summary>
    public bool AtOtherDesk { get; set; }

    /// <summary>Since when somebody has it and owes the worker an answer; null: nothing is owed.</summary>
    public DateTimeOffset? OwedSince { get; set; }

    /// <summary>When it is offered to all again if it is still owed; null: never.</summary>
    public DateTimeOffset? OfferAt { get; set; }

    /// <summary>Why a person was called, one Vietnamese sentence.</summary>
    public string? Reason { get; set; }

    /// <summary>A hot spot: shown first.</summary>
    public bool Urgent { get; set; }

    /// <summary>Since when the worker waits for an advisor; null: does not wait.</summary>
    public DateTimeOffset? WaitingSince { get; set; }

    /// <summary>When an advisor last ended it; null: never had one.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>When the worker last wrote or tapped: the platform's reply window counts from here.</summary>
    public DateTimeOffset? LastHeardAt { get; set; }

    /// <summary>How many more messages the platform takes for them until they write again, as it last said; null: it did not say.</summary>
    public int? MessagesLeft { get; set; }

    /// <summary>When anything was last said; the desk sorts by it.</summary>
    public DateTimeOffset LastSaidAt { get; set; }

    /// <summary>What the bot remembers (<see cref="Talk.Conversation"/>) as JSON; null before the first turn.</summary>
    public string? Memory { get; set; }

    /// <summary>When its oldest unread message may be taken up; null: nothing is waiting.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>Until when one machine's worker has this conversation for itself.</summary>
    public DateTimeOffset? ClaimedUntil { get; set; }

    /// <summary>The worker asked for deletion: once this reply is out, all that was said before it goes.</summary>
    public long? EraseAfter { get; set; }
}
