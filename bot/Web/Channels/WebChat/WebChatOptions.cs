namespace ChatBot.Web.Channels.WebChat;

/// <summary>Settings under `DirectLine`; without any, the chat page of this site works and nobody else gets in.</summary>
public sealed class WebChatOptions
{
    public const string Section = "DirectLine";

    /// <summary>At least this many characters: the secret opens every conversation.</summary>
    public const int ShortestSecret = 16;

    /// <summary>Opens everything for a server the union trusts; null: only our own page gets tokens, signed with a key from the database.</summary>
    public string? Secret { get; set; }

    /// <summary>Other web sites that may show the widget and ask for tokens, as `https://congdoan.example.vn`; our own is always trusted.</summary>
    public IList<string> TrustedOrigins { get; } = [];

    /// <summary>What is wrong with these settings and what to do about it; null: nothing.</summary>
    public string? Wrong =>
        Secret is { Length: > 0 and < ShortestSecret }
            ? $"DirectLine:Secret is shorter than {ShortestSecret} characters: make one with `openssl rand -hex 32`, or leave it out."
            : TrustedOrigins.FirstOrDefault(origin => !IsOrigin(origin)) is { } wrong
                ? $"DirectLine:TrustedOrigins has \"{wrong}\": write only scheme and host, e.g. https://congdoan.example.vn"
                : null;

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" && uri.GetLeftPart(UriPartial.Authority) == text;
}
