using ChatBot.Web.Data.Rows;
using Microsoft.AspNetCore.Components;

namespace ChatBot.Web.Staff.Pages;

/// <summary>Where an invitation leads: its owner sets a password and is in.</summary>
public sealed partial class AcceptInvitation
{
    private IReadOnlyList<string> troubles = [];

    private StaffMember? staff;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "ma")]
    private string? Code { get; set; }

    [SupplyParameterFromForm]
    private Newcomer? Given { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Given ??= new();
        staff = Gate.Lets(Http) ? await Invitations.Find(Code) : null;
    }

    private async Task Accept()
    {
        troubles = [.. Given!.PasswordTroubles()];
        if (staff is null || troubles.Count > 0)
            return;
        var result = await Invitations.Accept(staff, Given.Password!);
        troubles = result.Sentences();
        if (!result.Succeeded)
            return;
        // A new password is not the second step: whoever has one still needs it.
        if (!staff.TwoFactorEnabled)
            await Door.SignInAsync(staff, isPersistent: false);
        Navigation.NavigateTo(staff.TwoFactorEnabled ? StaffSetup.SignInPath : "/staff");
    }
}
