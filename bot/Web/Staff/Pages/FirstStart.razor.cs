using ChatBot.Web.Data.Rows;
using Microsoft.AspNetCore.Components;

namespace ChatBot.Web.Staff.Pages;

/// <summary>Where the link that the first start prints leads: the head of staff makes their account.</summary>
public sealed partial class FirstStart
{
    private IReadOnlyList<string> troubles = [];

    private bool fits;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "ma")]
    private string? Code { get; set; }

    [SupplyParameterFromForm]
    private Newcomer? Given { get; set; }

    protected override void OnInitialized()
    {
        Given ??= new() { Email = Options.Value.FirstHeadEmail };
        fits = Gate.Lets(Http) && First.Fits(Code);
    }

    private async Task Create()
    {
        troubles = Given!.Troubles();
        if (!fits || troubles.Count > 0)
            return;
        var head = new StaffMember { UserName = Given.Email!.Trim(), Email = Given.Email.Trim(), EmailConfirmed = true, DisplayName = Given.Name!.Trim().Normalize() };
        if (await First.Create(Code, head, Given.Password!, Door.UserManager) is not { } result)
        {
            fits = false;
            return;
        }

        troubles = result.Sentences();
        if (!result.Succeeded)
            return;
        await Door.SignInAsync(head, isPersistent: false);
        Navigation.NavigateTo("/staff");
    }
}
