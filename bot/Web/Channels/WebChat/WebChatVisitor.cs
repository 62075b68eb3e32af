using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace ChatBot.Web.Channels.WebChat;

/// <summary>The person behind a token. One person has one conversation, so its id is the conversation's id too.</summary>
/// <param name="Id">`dl_` and up to 64 letters, digits, `.`, `_` or `-`: the official client believes a token's user only with that beginning.</param>
/// <param name="Name">As the trusted server gave it; our own page asks nobody for a name.</param>
public sealed partial record WebChatVisitor(string Id, string? Name = null)
{
    /// <summary>The web sites this token may be used from; empty: from everywhere.</summary>
    public IReadOnlyList<string> Origins { get; init; } = [];

    /// <summary>Somebody we know nothing of; nobody can guess the id.</summary>
    public static WebChatVisitor Somebody() => new("dl_" + RandomNumberGenerator.GetHexString(32, lowercase: true));

    public static bool IsId(string? text) => text is not null && IdForm().IsMatch(text);

    [GeneratedRegex(@"^dl_[A-Za-z0-9._-]{1,64}\z")]
    private static partial Regex IdForm();
}
