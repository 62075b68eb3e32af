using Microsoft.Extensions.Options;

namespace ChatBot.Web.Channels.BotFramework;

/// <summary>Brings the channels of an Azure Bot registration into the program when its settings are there. Nothing remote is asked before somebody writes.</summary>
public static class BotFrameworkSetup
{
    private static readonly TimeSpan MayTake = TimeSpan.FromSeconds(10);

    public static bool HasBotFramework(this IConfiguration configuration) => configuration.GetSection(BotFrameworkOptions.Section).Exists();

    public static bool HasOtherDesk(this IConfiguration configuration) => configuration.GetSection($"{BotFrameworkOptions.Section}:{nameof(BotFrameworkOptions.Desk)}").GetChildren().Any();

    public static IServiceCollection AddBotFramework(this IServiceCollection services, IConfiguration configuration)
    {
        if (!configuration.HasBotFramework())
            return services;
        services.AddOptions<BotFrameworkOptions>().BindConfiguration(BotFrameworkOptions.Section).ValidateDataAnnotations().ValidateOnStart()
            .Validate(settings => settings.Desk is not { Url.Length: > 0 } desk || BotFrameworkOptions.IsAddress(desk.Url), "BotFramework:Desk:Url must be an https address.")
            .Validate<IOptions<SiteOptions>>((settings, site) => settings.Desk is null || BotFrameworkOptions.IsAddress(site.Value.Url),
                "BotFramework:Desk is set, so Site:Url must be the https address of this program: the other desk answers there.");
        // A redirect would carry our token, or a question for keys, to somebody else. Each call of the Connector says how long it may take.
        AddClient(services, nameof(ActivityPost), Timeout.InfiniteTimeSpan);
        AddClient(services, nameof(BotFrameworkTokens), MayTake);
        AddClient(services, nameof(SigningKeys), MayTake);
        services.AddSingleton<Channel>(provider => ActivatorUtilities.CreateInstance<BotFrameworkChannel>(
            provider, Post(provider, BotFrameworkTokens.Connector, "Azure Bot", BotFrameworkErrors.Read)));
        if (configuration.HasOtherDesk())
            services.AddSingleton<Channel>(provider => ActivatorUtilities.CreateInstance<OtherDeskChannel>(
                provider, Post(provider, provider.GetRequiredService<IOptions<BotFrameworkOptions>>().Value.Desk!.AppId, "bàn trực bên ngoài", OtherDeskChannel.Read)));
        services.AddSingleton(Door).AddSingleton<ConnectorMembers>();
        return services.AddSingleton<HandoffTranscript>().AddSingleton<InlineReplies>().AddSingleton<BotFrameworkIntake>();
    }

    private static void AddClient(IServiceCollection services, string name, TimeSpan mayTake) =>
        services.AddHttpClient(name, http => (http.Timeout, http.MaxResponseContentBufferSize) = (mayTake, 1024 * 1024))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false, UseCookies = false })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);

    private static HttpClient Client(IServiceProvider provider, string name) => provider.GetRequiredService<IHttpClientFactory>().CreateClient(name);

    private static ActivityPost Post(IServiceProvider provider, string audience, string whom, ReadRefusal readRefusal) => new(
        Client(provider, nameof(ActivityPost)),
        ActivatorUtilities.CreateInstance<BotFrameworkTokens>(provider, Client(provider, nameof(BotFrameworkTokens)), audience),
        whom, readRefusal);

    private static BotFrameworkDoor Door(IServiceProvider provider)
    {
        var settings = provider.GetRequiredService<IOptions<BotFrameworkOptions>>();
        return ActivatorUtilities.CreateInstance<BotFrameworkDoor>(provider, Keys(settings.Value.MetadataUrl), Keys(settings.Value.EmulatorMetadataUrl));

        SigningKeys Keys(string url) => ActivatorUtilities.CreateInstance<SigningKeys>(provider, Client(provider, nameof(SigningKeys)), url);
    }
}
