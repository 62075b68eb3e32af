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

    /// <summary>The first bytes of a PNG picture, which is all we look at.</summary>
    public static byte[] Picture { get; } = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    /// <summary>A worker sends a file, with its bytes.</summary>
    public static Incoming File(string name, byte[] content, string person = "an") => Message("", person) with
    {
        Activity = new Activity { Attachments = [new Attachment("image/jpeg", Name: name)] },
        Files = [new IncomingFile(0, name) { Content = content }],
    };

    /// <summary>A worker sends a file that the platform holds.</summary>
    public static Incoming FileElsewhere(string url, string person = "an") => Message("", person) with
    {
        Activity = new Activity { Attachments = [new Attachment("image/*", ContentUrl: url, Name: "image")] },
        Files = [new IncomingFile(0, "image") { Url = url }],
    };

    /// <summary>A tapped button.</summary>
    public static Incoming Tap(string payload, string person = "an") =>
        new("false", "p1", person, Id, new Activity { Text = payload, Value = CardAction.PostBack("x", payload).Value });
}
