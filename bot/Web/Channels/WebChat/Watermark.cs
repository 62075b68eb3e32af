using System.Globalization;

namespace ChatBot.Web.Channels.WebChat;

/// <summary>The last line a client has seen, as text; none, or `-`, is the start.</summary>
public static class Watermark
{
    public static readonly DirectLineError Wrong = DirectLineError.Bad("The watermark must be one that an earlier answer gave");

    public static bool TryRead(string? text, out long line)
    {
        line = 0;
        return text is null or "" or "-" || long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out line);
    }

    public static string Write(long line) => line.ToString(CultureInfo.InvariantCulture);
}
