using System.Text.Json;
using ChatBot.Talk;
using ChatBot.Talk.Activities;
using ChatBot.Web.Data.Rows;

namespace ChatBot.Web.Conversations;

/// <summary>What the bot remembers, between its row and its value.</summary>
internal static class Memory
{
    /// <summary>The row decides who speaks; the rest is the bot's.</summary>
    public static Conversation Read(ConversationRow row)
    {
        var kept = row.Memory is null ? null : JsonSerializer.Deserialize<Conversation>(row.Memory, ActivityJson.Options);
        return (kept ?? new Conversation(row.Id)) with { Speaker = row.Speaker };
    }

    public static string Write(Conversation conversation) => JsonSerializer.Serialize(conversation, ActivityJson.Options);
}
