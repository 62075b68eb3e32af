using ChatBot.Web.Data.Rows;

namespace ChatBot.Web.Conversations.Cases;

/// <summary>What a case can come to, as people read it.</summary>
public static class CaseResults
{
    /// <summary>What an advisor chooses from when ending a case, in this order.</summary>
    public static IReadOnlyList<CaseResult> Choices { get; } =
        [CaseResult.Solved, CaseResult.Advised, CaseResult.Referred, CaseResult.Unreachable, CaseResult.Duplicate, CaseResult.OutOfScope];

    /// <summary>A person did something for the worker: only then it is asked how it was.</summary>
    public static bool IsWorthAsking(CaseResult result) => result is CaseResult.Solved or CaseResult.Advised or CaseResult.Referred;

    public static string Say(CaseResult result) => result switch
    {
        CaseResult.Solved => "giải quyết xong",
        CaseResult.Advised => "đã hướng dẫn",
        CaseResult.Referred => "chuyển cơ quan khác",
        CaseResult.Unreachable => "không liên lạc được",
        CaseResult.Duplicate => "trùng",
        CaseResult.OutOfScope => "không thuộc phạm vi",
        _ => "để bot trả lời tiếp",
    };
}
