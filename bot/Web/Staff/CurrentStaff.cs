using System.Security.Claims;
using ChatBot.Web.Conversations;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ChatBot.Web.Staff;

/// <summary>Who is at this browser. Read anew for every deed, because an account may have been signed out or disabled meanwhile.</summary>
public sealed class CurrentStaff(AuthenticationStateProvider browser, IDbContextFactory<ChatDb> databases, IOptions<IdentityOptions> options)
{
    /// <summary>The signed-in account's id.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in: the page lacks its [Authorize].</exception>
    public async Task<string> Id() => await FindId() ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>The account; null when nobody is signed in any more, or the account was signed out everywhere or disabled.</summary>
    public async Task<StaffMember?> Find(CancellationToken cancellationToken)
    {
        var person = (await browser.GetAuthenticationStateAsync()).User;
        if (person.FindFirstValue(ClaimTypes.NameIdentifier) is not { } id)
            return null;
        var stamp = person.FindFirstValue(options.Value.ClaimsIdentity.SecurityStampClaimType);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Users.AsNoTracking().SingleOrDefaultAsync(it => it.Id == id && it.SecurityStamp == stamp, cancellationToken) is { IsDisabled: false } staff ? staff : null;
    }

    /// <summary>What this person sees of the desk; null as <see cref="Find"/>.</summary>
    public async Task<DeskSight?> Sight(bool allUnits, CancellationToken cancellationToken) => await Find(cancellationToken) is { } staff
        ? new DeskSight(staff, (await browser.GetAuthenticationStateAsync()).User.IsInRole(StaffRoles.Head), allUnits)
        : null;

    private async Task<string?> FindId() =>
        (await browser.GetAuthenticationStateAsync()).User.FindFirstValue(ClaimTypes.NameIdentifier);
}
