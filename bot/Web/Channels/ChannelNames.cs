namespace ChatBot.Web.Channels;

/// <summary>How channels are called before the staff.</summary>
public static class ChannelNames
{
    public static string Of(string channel) => channel switch
    {
        "messenger" => "Messenger",
        "zalo" => "Zalo",
        "webchat" => "Trang web",
        "botframework" => "Azure Bot",
        _ => channel,
    };
}
