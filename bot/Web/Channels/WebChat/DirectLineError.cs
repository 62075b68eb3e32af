namespace ChatBot.Web.Channels.WebChat;

/// <summary>What Direct Line answers when it does not do what was asked.</summary>
public sealed record DirectLineError(int Status, string Code, string Message) : ErrorAnswer(Status, Code, Message)
{
    public static readonly DirectLineError NoToken = new(401, "Unauthorized", "Send the header Authorization: Bearer <token or secret>");
    public static readonly DirectLineError BadToken = new(403, "BadArgument", "This token or secret is not valid here");
    public static readonly DirectLineError TokenExpired = new(403, "TokenExpired", "Token has expired");
    public static readonly DirectLineError OtherConversation = new(403, "BadArgument", "This token belongs to another conversation");
    public static readonly DirectLineError OtherOrigin = new(403, "BadArgument", "This web site is not among the trusted origins");
    public static readonly DirectLineError SecretOnly = new(403, "BadArgument", "Only the secret may do this");
    public static readonly DirectLineError TokenOnly = new(403, "BadArgument", "Only a token can be refreshed");
    public static readonly DirectLineError NoConversation = new(404, "BadArgument", "conversation not found");
    public static readonly DirectLineError TooBig = new(413, "MessageSizeTooBig", "An activity may have 256 K characters, an upload as many MB as Files:LargestMegabytes says");
    public static readonly DirectLineError TooMany = new(429, "TooManyRequests", "Too many requests; wait as long as Retry-After says");
    public static readonly DirectLineError StoreAway = new(503, "ServiceError", "Cannot keep messages at the moment; send it again");

    public static DirectLineError Bad(string message) => new(400, "BadArgument", message);
}
