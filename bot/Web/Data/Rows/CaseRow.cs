namespace ChatBot.Web.Data.Rows;

/// <summary>What came of a case.</summary>
public enum CaseResult
{
    Solved,
    Advised,
    Referred,
    Unreachable,
    Duplicate,
    OutOfScope,

    /// <summary>No advisor's word on it: the conversation went back to the bot, because the worker waited no longer or an advisor gave it back.</summary>
    LeftToBot,
}

/// <summary>How soon a case must be looked at.</summary>
public enum CasePriority
{
    Normal,
    High,

    /// <summary>A hot spot: an accident, violence, a strike.</summary>
    Urgent,
}

/// <summary>A case: from the call for a person to its end. Every conversation the bot does not answer has exactly one that is open.</summary>
public sealed class CaseRow
{
    public long Id { get; init; }

    /// <summary>Counted anew each year: `2026-00017`. What people quote.</summary>
    public required string Number { get; init; }

    public required string ConversationId { get; init; }

    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>Until when somebody has promised to answer.</summary>
    public DateTimeOffset FirstDueAt { get; set; }

    /// <summary>When a person first answered, at our desk or in the Page's inbox; null: nobody has.</summary>
    public DateTimeOffset? FirstAnsweredAt { get; set; }

    /// <summary>Until when it should be ended.</summary>
    public DateTimeOffset EndDueAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Null while it is open.</summary>
    public CaseResult? Result { get; set; }

    /// <summary>The folder of the knowledge base it is about: `tien-luong`; null: not said yet.</summary>
    public string? Area { get; set; }

    /// <summary>Which claim of the Labour Code it is about, for its limitation period; null: not said yet.</summary>
    public string? Claim { get; set; }

    /// <summary>The day from which that period counts.</summary>
    public DateOnly? ClaimFrom { get; set; }

    /// <summary>What the bot understood and tried before the hand-over, as JSON; null: nothing, or the worker had it deleted.</summary>
    public string? Card { get; set; }

    public CasePriority Priority { get; set; }

    /// <summary>The team it was passed to; null: everybody's.</summary>
    public long? Unit { get; set; }

    /// <summary>The staff account that has or last had it; null: nobody yet, or somebody in the Page's inbox.</summary>
    public string? Owner { get; set; }

    /// <summary>The case of the same conversation that had ended a few days before; null: a new matter.</summary>
    public long? ReopenedFrom { get; init; }

    /// <summary>When the worker is to be asked how it was; null: not, or not any more.</summary>
    public DateTimeOffset? SurveyDueAt { get; set; }

    /// <summary>When the worker was asked how it was; null: not.</summary>
    public DateTimeOffset? SurveyAskedAt { get; set; }

    /// <summary>1 to 5, from the worker.</summary>
    public int? SurveyScore { get; set; }

    /// <summary>A few words beside the score; null: none, or the worker had them deleted.</summary>
    public string? SurveyWords { get; set; }

    public DateTimeOffset? SurveyAt { get; set; }
}

/// <summary>The last number given in a year, so that none is given twice.</summary>
public sealed class CaseYearRow
{
    public int Year { get; init; }

    public int Last { get; set; }
}

/// <summary>A word advisors sort cases by.</summary>
public sealed class LabelRow
{
    public long Id { get; init; }

    public required string Name { get; set; }
}

/// <summary>This label is on that case.</summary>
public sealed class CaseLabelRow
{
    public long CaseId { get; init; }

    public long LabelId { get; init; }
}

/// <summary>Whom a case is referred to.</summary>
public enum ReferralKind
{
    LabourInspectorate,
    Mediator,
    Court,
    LegalAid,
    SocialInsurance,
}

/// <summary>A case sent on to an authority, and when to ask what became of it.</summary>
public sealed class ReferralRow
{
    public long Id { get; init; }

    public long CaseId { get; init; }

    public ReferralKind Kind { get; init; }

    public required string Addressee { get; set; }

    /// <summary>The staff account that made it.</summary>
    public required string MadeBy { get; init; }

    public DateTimeOffset MadeAt { get; init; }

    public DateOnly FollowUpOn { get; set; }

    /// <summary>When the follow-up was done; null: still to do.</summary>
    public DateTimeOffset? DoneAt { get; set; }
}
