using ChatBot.Web.Data.Rows;

namespace ChatBot.Web.Conversations.Cases;

/// <summary>A case with what belongs to it.</summary>
/// <param name="Labels">On this case, by name.</param>
/// <param name="Known">All labels there are, by name.</param>
/// <param name="Earlier">The same worker's other cases, the newest first.</param>
/// <param name="Referrals">The newest first.</param>
public sealed record CaseFile(CaseRow Case, IReadOnlyList<LabelRow> Labels, IReadOnlyList<string> Known, IReadOnlyList<CaseRow> Earlier, IReadOnlyList<ReferralRow> Referrals)
{
    public bool IsOpen => Case.EndedAt is null;
}
