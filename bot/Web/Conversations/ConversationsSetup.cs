using ChatBot.Web.Channels;
using ChatBot.Web.Conversations.Cases;
using ChatBot.Web.Data.Knowledge;

namespace ChatBot.Web.Conversations;

/// <summary>The walk of a message between the channels: inbox, turns, outbox, desk.</summary>
public static class ConversationsSetup
{
    public static IServiceCollection AddConversations(this IServiceCollection services)
    {
        services.AddOptions<ConversationsOptions>().BindConfiguration("Conversations").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<Bells>();
        services.AddSingleton<OutsideDesk>().AddSingleton<OtherDesk>().AddSingleton<UnsentReplies>().AddSingleton<HearDesk>(provider => provider.GetRequiredService<OtherDesk>().Hear).AddSingleton<Inbox>().AddSingleton<Keep>(provider => provider.GetRequiredService<Inbox>().Keep);
        services.AddOptions<SiteOptions>().BindConfiguration(SiteOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<SiteLinks>().AddSingleton<TurnTaking>(provider => (before, activity) =>
        {
            var turn = provider.GetRequiredService<KnowledgeBase>().Bot.OnTurn(before, activity);
            return turn with { Replies = [.. turn.Replies.Select(it => provider.GetRequiredService<SiteLinks>().Reach(it, before.Id))] };
        });
        services.AddSingleton<TurnWriter>().AddSingleton<Outbox>().AddSingleton<OutboxClaims>().AddSingleton<OutboxCare>();
        services.AddSingleton<ConversationWorker>().AddHostedService(provider => provider.GetRequiredService<ConversationWorker>());
        services.AddSingleton<OutboxSender>().AddHostedService(provider => provider.GetRequiredService<OutboxSender>());
        services.AddOptions<DeskOptions>().BindConfiguration("Desk").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<Promises>().AddSingleton<CaseBook>().AddSingleton<CaseClock>().AddSingleton<CaseFiles>().AddSingleton<CaseDeeds>().AddSingleton<ReferralSheets>().AddSingleton<Owners>();
        services.AddSingleton<OfferingAgain>().AddHostedService(provider => provider.GetRequiredService<OfferingAgain>());
        services.AddOptions<FilesOptions>().BindConfiguration(FilesOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<OutgoingFiles>().AddSingleton<KeptFiles>().AddSingleton<FileKeeping>().AddSingleton<FileFetching>().AddHostedService(provider => provider.GetRequiredService<FileFetching>());
        services.AddSingleton<PresenceBook>().AddSingleton<Handoffs>().AddSingleton<PersonLinks>().AddSingleton<Elsewhere>().AddSingleton<Desk>().AddSingleton<TranscriptExport>();
        services.AddSingleton<Comments>().AddSingleton<KeepComments>(provider => provider.GetRequiredService<Comments>().Keep);
        services.AddSingleton<CommentInviting>().AddHostedService(provider => provider.GetRequiredService<CommentInviting>());
        services.AddSingleton<Surveying>().AddHostedService(provider => provider.GetRequiredService<Surveying>());
        services.AddSingleton<ConnectionWatch>().AddHostedService(provider => provider.GetRequiredService<ConnectionWatch>());
        return services;
    }
}
