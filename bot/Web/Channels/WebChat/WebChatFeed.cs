using ChatBot.Web.Data;

namespace ChatBot.Web.Channels.WebChat;

/// <summary>Wakes the open streams of a conversation when the live feed says that it changed.</summary>
public sealed class WebChatFeed(LiveFeed feed, WebChatSignals signals) : BackgroundService
{
    private const string Ours = $"{WebChatPayload.Channel}:{WebChatPayload.Page}:";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var conversation in feed.Changes(stoppingToken))
                if (conversation.StartsWith(Ours, StringComparison.Ordinal))
                    signals.Tell(conversation[Ours.Length..], WebChatSignal.Said);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program ends.
        }
    }
}
