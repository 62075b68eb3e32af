using System.Globalization;
using ChatBot.Knowledge.Law;
using ChatBot.Talk;
using ChatBot.Talk.Handoff;
using ChatBot.Web.Data.Rows;

namespace ChatBot.Web.Advisors;

/// <summary>How the desk says what stands in a case file. Pure.</summary>
public static class CaseWords
{
    public static string Understood(Tried? tried) => tried switch
    {
        null => "Bot chưa tra cứu gì trước khi gọi người.",
        { Kind: TurnKind.Answer } => "Bot đã trả lời bằng bài đầu tiên dưới đây.",
        { Kind: TurnKind.Choices } => "Bot chưa chắc, đã đưa các bài dưới đây cho người lao động chọn.",
        { Kind: TurnKind.Person, Why: var why } => $"Bot thấy đây là việc cần người: {why}",
        { Kind: TurnKind.None, Why: { } why } => $"Bot cho là ngoài phạm vi: {why}",
        { Kind: TurnKind.None, Entries.Count: > 0 } => "Bot không có câu trả lời; gần nhất là các bài dưới đây.",
        { Kind: TurnKind.None } => "Bot không có câu trả lời.",
        _ => "Lúc đó bot không tra cứu được.",
    };

    public static string Percent(double score) => $"{Math.Round(score * 100).ToString(CultureInfo.InvariantCulture)}%";

    public static string Day(DateOnly day) => day.ToString("d'/'M'/'yyyy", CultureInfo.InvariantCulture);

    public static string Say(ClaimKind kind) => kind == ClaimKind.Individual ? "Tranh chấp cá nhân" : "Tranh chấp tập thể về quyền";

    public static string Say(ClaimPlace place) => place switch
    {
        ClaimPlace.Mediator => "Hòa giải viên lao động",
        ClaimPlace.Arbitration => "Hội đồng trọng tài lao động",
        _ => "Tòa án",
    };

    /// <summary>"còn 12 ngày", "hôm nay là ngày cuối", "đã hết".</summary>
    public static string Left(LimitationEnd end, DateOnly today) => end.DaysLeft(today) switch
    {
        < 0 => "đã hết",
        0 => "hôm nay là ngày cuối",
        var days => $"còn {days} ngày",
    };

    /// <summary>When a claim of this case can be brought; empty while it is not known.</summary>
    public static IReadOnlyList<LimitationEnd> Ends(CaseRow row) =>
        Enum.TryParse(row.Claim, out ClaimKind kind) && row.ClaimFrom is { } day ? Limitation.Ends(kind, day) : [];

    /// <summary>The first limitation period that runs out soon, or that all are over; null while there is nothing to warn of.</summary>
    public static string? Warning(CaseRow row, DateOnly today)
    {
        var ends = Ends(row);
        if (ends.Count > 0 && ends.All(it => it.IsOver(today)))
            return "Đã hết thời hiệu";
        return ends.FirstOrDefault(it => it.IsNear(today)) is { } near ? $"Sắp hết thời hiệu: {Left(near, today)}" : null;
    }

    /// <summary>Where an article or provision can be read.</summary>
    public static string AddressOf(string id) => id.Split('@')[0].Split(':') is [var law, var article]
        ? LawPath.Of(law, article)
        : $"/hoi-dap/{Uri.EscapeDataString(id)}";
}
