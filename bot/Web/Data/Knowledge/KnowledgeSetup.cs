namespace ChatBot.Web.Data.Knowledge;

/// <summary>The knowledge base at run time: imported, indexed, watched.</summary>
public static class KnowledgeSetup
{
    public static IServiceCollection AddKnowledge(this IServiceCollection services)
    {
        services.AddSingleton<KnowledgeImport>();
        services.AddSingleton<StatuteStore>();
        services.AddSingleton<KnowledgeBase>().AddHostedService(provider => provider.GetRequiredService<KnowledgeBase>());
        return services;
    }
}
