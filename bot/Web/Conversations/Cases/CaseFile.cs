using ChatBot.Web.Data.Rows;

namespace ChatBot.Web.Conversations.Cases;

/// <summary>A case with what belongs to it.</summary>
/// <param name="Labels">On this case, by name.</param>
/// <param name="Known">All labels there are, by name.</param>
/// <param name="Earlier">The same worker's other cases, here and where else they said they write, the newest first.</param>
/// <param name="Referrals">The newest first.</param>
public sealed record CaseFile(CaseRow Case, IReadOnlyList<LabelRow> Labels, IReadOnlyList<string> Known, IReadOnlyList<EarlierCase> Earlier, IReadOnlyList<ReferralRow> Referrals)
{
    public bool IsOpen => Case.EndedAt is null;
}

/// <summary>Another case of the same worker.</summary>
/// <param name="Channel">Of the linked conversation it belongs to; null: the worker is known by the same id.</param>
public sealed record EarlierCase(CaseRow Case, string? Channel);
