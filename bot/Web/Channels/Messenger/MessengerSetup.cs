namespace ChatBot.Web.Channels.Messenger;

/// <summary>Brings Messenger into the program when its settings are there.</summary>
public static class MessengerSetup
{
    public static bool HasMessenger(this IConfiguration configuration) => configuration.GetSection(MessengerOptions.Section).Exists();

    public static IServiceCollection AddMessenger(this IServiceCollection services, IConfiguration configuration)
    {
        if (!configuration.HasMessenger())
            return services;
        services.AddOptions<MessengerOptions>().BindConfiguration(MessengerOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        // One client for the life of the program; its connections are renewed, so that a change of address is noticed. A file may take longer than words: each call says how long.
        services.AddHttpClient(nameof(MessengerChannel), http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        // Each step of the way is looked at before it is taken.
        services.AddHttpClient(nameof(MessengerFiles), http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false, UseCookies = false })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<MessengerFiles>(
            provider, provider.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(MessengerFiles))));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<MessengerChannel>(
            provider, provider.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(MessengerChannel))));
        services.AddSingleton<Channel>(provider => provider.GetRequiredService<MessengerChannel>());
        services.AddSingleton<MessengerProfile>().AddSingleton<Connection, MessengerConnection>();
        return services;
    }
}
