namespace ChatBot.Web.Advisors;

/// <summary>The desk at `/staff`, where people take over from the bot. Its pages are mapped with the frame of the staff pages.</summary>
public static class AdvisorsSetup
{
    public static IServiceCollection AddAdvisors(this IServiceCollection services) =>
        services.AddScoped<AtDesk>().AddSingleton<ReplyWindows>().AddSingleton<DeskChoices>().AddSingleton<CannedReplies>();
}
