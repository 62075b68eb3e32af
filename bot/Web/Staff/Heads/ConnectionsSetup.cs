using System.Security.Claims;
using ChatBot.Web.Channels;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace ChatBot.Web.Staff.Heads;

/// <summary>Connecting with a platform: off to it, and back.</summary>
public static class ConnectionsSetup
{
    public const string Path = "/staff/ket-noi";

    private static readonly AuthorizeAttribute HeadsOnly = new() { Roles = StaffRoles.Head };

    public static void MapConnections(this WebApplication app)
    {
        app.MapGet($"{Path}/{{channel}}", Begin).RequireAuthorization(HeadsOnly);
        app.MapGet($"{Path}/{{channel}}/xong", Finish).RequireAuthorization(HeadsOnly);
    }

    /// <summary>The address a platform sends the browser back to, as it was registered there.</summary>
    public static string BackOf(HttpRequest request, SiteOptions site, string channel) =>
        $"{(site.Url is { Length: > 0 } url ? url.TrimEnd('/') : $"{request.Scheme}://{request.Host}")}{Path}/{channel}/xong";

    // A link and no form: the staff's pages send no form to a place elsewhere, nor anything that leads there. It changes nothing here.
    private static IResult Begin(HttpContext http, string channel, ConnectionBook book, IOptions<SiteOptions> site) =>
        book.Begin(channel, BackOf(http.Request, site.Value, channel), IdOf(http.User)) is { } consent ? Results.Redirect(consent.AbsoluteUri) : Results.NotFound();

    private static async Task<IResult> Finish(HttpContext http, string channel, string? code, string? oa_id, string? state, ConnectionBook book, IDataProtectionProvider protection)
    {
        var connected = await book.Finish(channel, new Consent(code, oa_id, state, IdOf(http.User)), http.RequestAborted);
        // A code stands in this address: the page that people see has another one.
        return Results.LocalRedirect(connected.Account is null ? $"{Path}?loi={SealOf(protection).Protect(connected.Trouble!)}" : $"{Path}?xong={channel}");
    }

    /// <summary>Only words of ours are shown, never what somebody wrote into an address.</summary>
    public static IDataProtector SealOf(IDataProtectionProvider protection) => protection.CreateProtector("staff connections");

    private static string IdOf(ClaimsPrincipal who) => who.FindFirstValue(ClaimTypes.NameIdentifier)!;
}
