using System.ComponentModel.DataAnnotations;

namespace ChatBot.Web.Conversations.Cases;

/// <summary>The settings under `Desk`: what workers are promised, in time on duty.</summary>
public sealed class DeskOptions
{
    [Range(1, 10_000, ErrorMessage = "Desk:UrgentFirstAnswerMinutes must lie between 1 and 10000 minutes on duty, e.g. 30.")]
    public int UrgentFirstAnswerMinutes { get; set; } = 30;

    [Range(1, 10_000, ErrorMessage = "Desk:FirstAnswerMinutes must lie between 1 and 10000 minutes on duty, e.g. 240.")]
    public int FirstAnswerMinutes { get; set; } = 240;

    /// <summary>Working days until a case should be ended.</summary>
    [Range(1, 100, ErrorMessage = "Desk:ResolutionDays must lie between 1 and 100 working days, e.g. 3.")]
    public int ResolutionDays { get; set; } = 3;

    /// <summary>A conversation whose owner owes an answer for so many minutes on duty is offered to all again.</summary>
    [Range(1, 10_000, ErrorMessage = "Desk:OfferAgainMinutes must lie between 1 and 10000 minutes on duty, e.g. 60.")]
    public int OfferAgainMinutes { get; set; } = 60;

    /// <summary>So long after the end the worker is asked how it was, and only in a pause of the talk.</summary>
    [Range(1, 1_440, ErrorMessage = "Desk:SurveyAfterMinutes must lie between 1 and 1440 minutes, e.g. 5.")]
    public int SurveyAfterMinutes { get; set; } = 5;

    /// <summary>An advisor is reminded so many minutes on duty before a promise runs out.</summary>
    [Range(1, 10_000, ErrorMessage = "Desk:RemindMinutes must lie between 1 and 10000 minutes on duty, e.g. 30.")]
    public int RemindMinutes { get; set; } = 30;

    /// <summary>A worker who calls again within so many days has the same matter; reports count it as reopened.</summary>
    [Range(0, 365, ErrorMessage = "Desk:ReopenDays must lie between 0 and 365 days, e.g. 7.")]
    public int ReopenDays { get; set; } = 7;
}
