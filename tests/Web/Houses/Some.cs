using ChatBot.Talk.Activities;
using ChatBot.Web.Channels;
using ChatBot.Web.Data.Rows;

namespace ChatBot.Web.Tests.Houses;

/// <summary>Things a test needs and does not care about.</summary>
internal static class Some
{
    private static int numbers;

    /// <summary>A new id, in the order they were asked for.</summary>
    public static string Id => $"m-{Interlocked.Increment(ref numbers):D6}";

    public static StaffMember Advisor(string name = "Chị Hoa") => new() { Id = Guid.NewGuid().ToString(), UserName = Id, DisplayName = name };

    /// <summary>A worker's message on the false channel.</summary>
    public static Incoming Message(string text, string person = "an", string? id = null) => new("false", "p1", person, id ?? Id, new Activity { Text = text });

    /// <summary>A tapped button.</summary>
    public static Incoming Tap(string payload, string person = "an") =>
        new("false", "p1", person, Id, new Activity { Text = payload, Value = CardAction.PostBack("x", payload).Value });
}
