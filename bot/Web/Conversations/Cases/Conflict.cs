using ChatBot.Knowledge.Vietnamese;
using ChatBot.Web.Data.Rows;

namespace ChatBot.Web.Conversations.Cases;

/// <summary>Nobody handles cases about the place where they are employed themselves.</summary>
public static class Conflict
{
    /// <summary>Accents, capitals and spaces at the ends do not make another employer.</summary>
    public static bool Between(StaffMember staff, ConversationRow conversation) =>
        conversation.Employer is { } employer && Form(employer) is { Length: > 0 } form
        && staff.Employers.Split('\n').Any(own => Form(own) == form);

    private static string Form(string employer) => Text.Fold(Text.Normalize(employer));
}
