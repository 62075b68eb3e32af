using System.Security.Claims;
using ChatBot.Web.Channels;
using ChatBot.Web.Conversations;
using ChatBot.Web.Conversations.Cases;
using ChatBot.Web.Data.Rows;
using ChatBot.Web.Staff;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;

namespace ChatBot.Web.Advisors;

/// <summary>The desk at `/staff`, where people take over from the bot. Its pages are mapped with the frame of the staff pages.</summary>
public static class AdvisorsSetup
{
    public const string SheetPath = "/staff/phieu-chuyen";

    public const string TranscriptPath = "/staff/ban-ghi";

    public static IServiceCollection AddAdvisors(this IServiceCollection services) =>
        services.AddScoped<AtDesk>().AddScoped<AtCase>().AddSingleton<ReplyWindows>().AddSingleton<DeskChoices>().AddSingleton<CannedReplies>();

    public static WebApplication MapAdvisors(this WebApplication app)
    {
        app.MapGet(SheetPath + "/{id:long}", Sheet).RequireAuthorization(new AuthorizeAttribute { Roles = StaffRoles.AtDesk });
        app.MapGet(TranscriptPath, Transcript).RequireAuthorization(new AuthorizeAttribute { Roles = StaffRoles.AtDesk });
        app.MapFiles();
        return app;
    }

    private static async Task<IResult> Sheet(long id, ClaimsPrincipal person, UserManager<StaffMember> accounts, ReferralSheets sheets, CancellationToken cancellationToken)
    {
        if (await accounts.GetUserAsync(person) is not { IsDisabled: false } staff)
            return Results.Forbid();
        return await sheets.Open(id, staff, person.IsInRole(StaffRoles.Head), cancellationToken) is { } sheet
            ? Results.File(sheet.Content, sheet.MediaType, sheet.Name)
            : Results.Forbid();
    }

    /// <param name="cuoc">The conversation.</param>
    private static async Task<IResult> Transcript(string cuoc, HttpContext http, ClaimsPrincipal person, UserManager<StaffMember> accounts, TranscriptExport transcripts, CancellationToken cancellationToken) =>
        await accounts.GetUserAsync(person) is { IsDisabled: false } staff && await transcripts.Of(cuoc, new DeskSight(staff, person.IsInRole(StaffRoles.Head)), cancellationToken) is { } transcript
            ? FileAnswer.Of(http, "cuoc-tro-chuyen.transcript", "application/json", transcript)
            : Results.Forbid();
}
