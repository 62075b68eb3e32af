using Microsoft.AspNetCore.Identity;

namespace ChatBot.Web.Data.Rows;

/// <summary>Somebody of the union who signs in: an advisor, an editor, the head of staff.</summary>
public sealed class StaffMember : IdentityUser
{
    /// <summary>What workers and colleagues read: "Chị Hoa".</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>The team; null: sees the cases of all.</summary>
    public long? Unit { get; set; }

    /// <summary>Where they are employed themselves, one a line: they may not open cases about it.</summary>
    public string Employers { get; set; } = "";

    /// <summary>Until when the one-time link of the invitation works; null: none is open.</summary>
    public DateTimeOffset? InvitedUntil { get; set; }

    /// <summary>May not sign in any more; locked out for good, where wrong passwords lock out for minutes.</summary>
    public bool IsDisabled => LockoutEnd?.Year == 9999;
}
