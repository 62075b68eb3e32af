using System.Security.Claims;
using ChatBot.Web.Data.Rows;
using ChatBot.Web.Staff.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace ChatBot.Web.Staff;

/// <summary>Puts the display name beside the roles, so that every page can greet without asking the database.</summary>
public sealed class StaffClaims(UserManager<StaffMember> accounts, RoleManager<IdentityRole> roles, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<StaffMember, IdentityRole>(accounts, roles, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(StaffMember user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(ClaimTypes.GivenName, user.DisplayName));
        if (user.TwoFactorEnabled)
            identity.AddClaim(new Claim(TwoStepDuty.Claim, "on"));
        return identity;
    }
}
