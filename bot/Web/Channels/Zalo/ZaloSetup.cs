namespace ChatBot.Web.Channels.Zalo;

/// <summary>Brings Zalo into the program when its settings are there.</summary>
public static class ZaloSetup
{
    public static bool HasZalo(this IConfiguration configuration) => configuration.GetSection(ZaloOptions.Section).Exists();

    public static IServiceCollection AddZalo(this IServiceCollection services, IConfiguration configuration)
    {
        if (!configuration.HasZalo())
            return services;
        services.AddOptions<ZaloOptions>().BindConfiguration(ZaloOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddCaller<ZaloApi>().AddCaller<ZaloOauth>().AddCaller<ZaloFiles>();
        services.AddSingleton<ZaloTokens>().AddSingleton<ZaloDoor>(provider => provider.GetRequiredService<ZaloTokens>().Open);
        services.AddSingleton<ZaloChannel>().AddSingleton<Channel>(provider => provider.GetRequiredService<ZaloChannel>());
        services.AddSingleton<Connection, ZaloConnection>();
        return services;
    }

    // One client for the life of the program; its connections are renewed, so that a change of address is noticed. Each call says how long it may take, and none follows where it is sent with a token.
    private static IServiceCollection AddCaller<TCaller>(this IServiceCollection services) where TCaller : class
    {
        services.AddHttpClient(typeof(TCaller).Name, http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false, UseCookies = false })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        return services.AddSingleton(provider => ActivatorUtilities.CreateInstance<TCaller>(
            provider, provider.GetRequiredService<IHttpClientFactory>().CreateClient(typeof(TCaller).Name)));
    }
}
