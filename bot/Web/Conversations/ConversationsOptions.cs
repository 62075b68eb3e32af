using System.ComponentModel.DataAnnotations;

namespace ChatBot.Web.Conversations;

/// <summary>The settings under `Conversations`.</summary>
public sealed class ConversationsOptions
{
    /// <summary>How long the bot waits after a short text for the next piece of the question.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:03", ErrorMessage = "Conversations:BurstPause must lie between 00:00:00 and 00:00:03, e.g. 00:00:00.7.")]
    public TimeSpan BurstPause { get; set; } = TimeSpan.FromMilliseconds(700);
}
