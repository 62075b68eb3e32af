using System.Security.Claims;
using ChatBot.Web.Data;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ChatBot.Web.Staff;

/// <summary>Looks again and again whether whoever opened a page is still on the staff; a page may stay open for days.</summary>
public sealed class StaffRevalidation(ILoggerFactory logs, IDbContextFactory<ChatDb> databases, IOptions<IdentityOptions> options)
    : RevalidatingServerAuthenticationStateProvider(logs)
{
    protected override TimeSpan RevalidationInterval => StaffSetup.LooksAgainAfter;

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        var user = authenticationState.User;
        var id = user.FindFirstValue(ClaimTypes.NameIdentifier);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var stamp = await db.Users.Where(it => it.Id == id).Select(it => it.SecurityStamp).SingleOrDefaultAsync(cancellationToken);
        return stamp is not null && stamp == user.FindFirstValue(options.Value.ClaimsIdentity.SecurityStampClaimType);
    }
}
