using ChatBot.Web.Data.Rows;

namespace ChatBot.Web.Staff.Reminders;

/// <summary>A case somebody is to be reminded of.</summary>
/// <param name="DueAt">Until when it was promised; of a follow-up, its day.</param>
internal sealed record Reminded(CaseRow Case, ConversationRow Conversation, ReminderKind Kind, DateTimeOffset DueAt)
{
    /// <summary>Who has it; null: nobody.</summary>
    public string? Owner { get; init; }

    /// <summary>A hot spot nobody has answered: told at once, at night too.</summary>
    public bool IsHot => Kind == ReminderKind.FirstAnswer && Case.Priority == CasePriority.Urgent;
}
