using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace ChatBot.Web.Staff.Accounts;

/// <summary>With `Staff:RequireTwoFactor`, whoever signs in without a second step is led to where it is switched on, and gets nowhere else.</summary>
public sealed class TwoStepDuty(RequestDelegate next, IOptions<StaffOptions> options)
{
    /// <summary>In the cookie of those who signed in, or may, with two steps.</summary>
    public const string Claim = "two-step";

    public Task InvokeAsync(HttpContext http)
    {
        if (!options.Value.RequireTwoFactor || !IsKeptOut(http))
            return next(http);
        http.Response.Redirect(AccountPaths.TwoStep);
        return Task.CompletedTask;
    }

    private static bool IsKeptOut(HttpContext http) =>
        http.User.Identity is { IsAuthenticated: true } && !http.User.HasClaim(it => it.Type == Claim)
        && http.GetEndpoint()?.Metadata is { } endpoint && endpoint.GetMetadata<IAuthorizeData>() is not null && endpoint.GetMetadata<IAllowAnonymous>() is null
        && http.Request.Path != AccountPaths.TwoStep;
}
