using System.Security.Claims;
using ChatBot.Web.Channels;
using ChatBot.Web.Conversations;
using ChatBot.Web.Data.Rows;
using ChatBot.Web.Staff;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace ChatBot.Web.Advisors;

/// <summary>The files of conversations, for the staff: opened, chosen to be sent, and dropped again.</summary>
public static class FilePages
{
    public const string Path = "/staff/tep";

    // No form of another site can send it: a browser asks first, and is not allowed to.
    private const string OnlyFromScripts = "application/octet-stream";

    public static void MapFiles(this IEndpointRouteBuilder app)
    {
        var files = app.MapGroup(Path).RequireAuthorization(new AuthorizeAttribute { Roles = StaffRoles.AtDesk });
        files.MapGet("/{id:long}", Open);
        files.MapPost("/", Bring);
        files.MapDelete("/{id:long}", Drop);
    }

    private static async Task<IResult> Open(long id, HttpContext http, ClaimsPrincipal person, UserManager<StaffMember> accounts, KeptFiles files, CancellationToken cancellationToken) =>
        await Find(person, accounts) is { } staff && await files.Open(id, new DeskSight(staff, person.IsInRole(StaffRoles.Head)), cancellationToken) is { } file
            ? FileAnswer.Of(http, file.Name, file.MediaType, file.Content)
            : Results.Forbid();

    /// <param name="cuoc">The conversation.</param>
    private static async Task<IResult> Bring(string cuoc, HttpContext http, ClaimsPrincipal person, UserManager<StaffMember> accounts, OutgoingFiles files, IOptions<FilesOptions> options)
    {
        if (http.Request.ContentType != OnlyFromScripts)
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        if (await Find(person, accounts) is not { } staff)
            return Results.Forbid();
        // Its name is written in a header, so that it stands in no journal of addresses.
        var name = Uri.UnescapeDataString(http.Request.Headers["X-File-Name"].ToString());
        return Results.Json(await RequestBody.Read(http.Request, (int)options.Value.Largest, http.RequestAborted) is { } content
            ? await files.Bring(cuoc, staff, name, content, http.RequestAborted)
            : new BroughtFile(null, CheckedFile.TooBig(options.Value.Largest)));
    }

    private static async Task<IResult> Drop(long id, HttpContext http, ClaimsPrincipal person, UserManager<StaffMember> accounts, OutgoingFiles files)
    {
        if (await Find(person, accounts) is not { } staff)
            return Results.Forbid();
        await files.Drop(id, staff, http.RequestAborted);
        return Results.NoContent();
    }

    private static async Task<StaffMember?> Find(ClaimsPrincipal person, UserManager<StaffMember> accounts) =>
        await accounts.GetUserAsync(person) is { IsDisabled: false } staff ? staff : null;
}
