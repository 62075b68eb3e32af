using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace ChatBot.Web.Staff.Reminders;

/// <summary>Reminders to advisors: whom, when, and by which ways.</summary>
public static class RemindersSetup
{
    private static readonly AuthorizeAttribute AtDesk = new() { Roles = StaffRoles.AtDesk };

    public static IServiceCollection AddReminders(this IServiceCollection services)
    {
        services.AddOptions<MailOptions>().BindConfiguration(MailOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        // A push service that sends elsewhere is none.
        services.AddHttpClient(nameof(ReminderPush), http => http.Timeout = TimeSpan.FromSeconds(10))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
        services.AddSingleton<PushKeys>().AddSingleton<PushBook>().AddSingleton<ReminderWay, ReminderMail>().AddSingleton<ReminderWay, ReminderPush>();
        services.AddSingleton<ReminderPlan>().AddSingleton<ReminderAudience>().AddSingleton<ReminderTimes>().AddSingleton<ReminderBook>().AddSingleton<ReminderCarrier>().AddSingleton<OpenReminders>();
        return services.AddHostedService<ReminderLoop>();
    }

    public static WebApplication MapReminders(this WebApplication app)
    {
        app.MapPost(PushBook.OnPath, SwitchOn).RequireAuthorization(AtDesk);
        app.MapPost(PushBook.OffPath, SwitchOff).RequireAuthorization(AtDesk);
        return app;
    }

    private static async Task<IResult> SwitchOn([FromForm] string endpoint, [FromForm] string key, [FromForm] string secret, ClaimsPrincipal person, PushBook book, CancellationToken cancellationToken) =>
        await book.Add(new Subscription(endpoint, key, secret), person.FindFirstValue(ClaimTypes.NameIdentifier)!, cancellationToken) ? Results.NoContent() : Results.BadRequest();

    private static async Task<IResult> SwitchOff([FromForm] string endpoint, ClaimsPrincipal person, PushBook book, CancellationToken cancellationToken)
    {
        await book.Remove(endpoint, person.FindFirstValue(ClaimTypes.NameIdentifier)!, cancellationToken);
        return Results.NoContent();
    }
}
