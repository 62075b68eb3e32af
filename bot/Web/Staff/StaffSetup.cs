using System.Security.Claims;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using ChatBot.Web.Staff.Accounts;
using ChatBot.Web.Staff.Heads;
using ChatBot.Web.Staff.Pages;
using ChatBot.Web.Staff.Reminders;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace ChatBot.Web.Staff;

/// <summary>Accounts, sign-in, and the frame of all pages under `/staff`.</summary>
public static class StaffSetup
{
    public const string SignInPath = "/staff/dang-nhap";

    public const string SignOutPath = "/staff/dang-xuat";

    /// <summary>How soon an open page notices that its account was signed out, shut or changed. Each look is one short reading.</summary>
    public static readonly TimeSpan LooksAgainAfter = TimeSpan.FromSeconds(10);

    /// <summary>The part of the address that says where to go after signing in.</summary>
    public const string Back = "tro-lai";

    public static IServiceCollection AddStaff(this IServiceCollection services)
    {
        services.AddOptions<StaffOptions>().BindConfiguration("Staff").ValidateDataAnnotations().ValidateOnStart();
        services.AddAccounts();
        services.AddAuthorization();
        services.AddHostedService<StaffStart>();
        services.AddSingleton<FirstHead>().AddSingleton<SignInGate>();
        services.AddScoped<Invitations>().AddScoped<CurrentStaff>().AddScoped<AccountDeeds>();
        services.AddHeads();
        services.AddReminders();
        services.AddAntiforgery(it => it.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);

        services.AddRazorComponents().AddInteractiveServerComponents()
            .AddHubOptions(hub => hub.MaximumReceiveMessageSize = 256 * 1024);
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, StaffRevalidation>();
        return services;
    }

    public static WebApplication MapStaff(this WebApplication app)
    {
        app.UseMiddleware<StaffHeaders>();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<TwoStepDuty>();
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapPost(SignOutPath, SignOut);
        app.MapHeads();
        app.MapReminders();
        app.MapRazorComponents<StaffApp>().AddInteractiveServerRenderMode(it => it.ContentSecurityFrameAncestorsPolicy = null);
        return app;
    }

    private static void AddAccounts(this IServiceCollection services)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddIdentityCore<StaffMember>(Rules)
            .AddRoles<IdentityRole>()
            .AddEntityFrameworkStores<ChatDb>()
            .AddUserManager<StaffAccounts>()
            .AddSignInManager()
            .AddClaimsPrincipalFactory<StaffClaims>()
            .AddErrorDescriber<VietnameseIdentityErrors>()
            .AddDefaultTokenProviders()
            .AddTokenProvider<StaffAuthenticator>(TokenOptions.DefaultAuthenticatorProvider);
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, it => it.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);
        services.Configure<SecurityStampValidatorOptions>(it => it.ValidationInterval = LooksAgainAfter);
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.Cookie.Name = "union-staff";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.LoginPath = SignInPath;
            cookie.AccessDeniedPath = "/staff/khong-co-quyen";
            cookie.ReturnUrlParameter = Back;
            cookie.ExpireTimeSpan = TimeSpan.FromDays(14);
        });
    }

    // Length is what makes a password hard to guess; rules about signs only make it hard to remember.
    private static void Rules(IdentityOptions options)
    {
        options.Password.RequiredLength = PasswordWords.Shortest;
        options.Password.RequiredUniqueChars = PasswordWords.FewestDifferent;
        options.Password.RequireDigit = options.Password.RequireLowercase = options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
        options.User.RequireUniqueEmail = true;
        options.User.AllowedUserNameCharacters = "";
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
    }

    // A form, so that the antiforgery token is asked for.
    // “may”: where the notices of this browser went, if it took any.
    private static async Task<IResult> SignOut(SignInManager<StaffMember> door, ClaimsPrincipal person, PushBook pushes, [FromForm] string? may)
    {
        if (may is { Length: > 0 } && person.FindFirstValue(ClaimTypes.NameIdentifier) is { } staff)
            await pushes.Remove(may, staff, CancellationToken.None);
        await door.SignOutAsync();
        return Results.LocalRedirect(SignInPath);
    }

    /// <summary>Of a signed-in person: the name colleagues read.</summary>
    public static string DisplayName(this ClaimsPrincipal person) => person.FindFirstValue(ClaimTypes.GivenName) ?? person.Identity?.Name ?? "";
}
