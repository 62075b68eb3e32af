using ChatBot.Web.Channels;
using ChatBot.Web.Data;

namespace ChatBot.Web.Conversations;

/// <summary>The walk of a message between the channels: inbox, turns, outbox, desk.</summary>
public static class ConversationsSetup
{
    public static IServiceCollection AddConversations(this IServiceCollection services)
    {
        services.AddSingleton<LiveFeed>();
        services.AddSingleton<Inbox>();
        services.AddSingleton<Keep>(provider => provider.GetRequiredService<Inbox>().Keep);
        services.AddSingleton<Handoffs>();
        services.AddSingleton<Desk>();
        return services;
    }
}
