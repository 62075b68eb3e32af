using System.ComponentModel.DataAnnotations;

namespace ChatBot.Web.Channels.Messenger;

/// <summary>The settings under `Messenger`; without any of them the channel is off.</summary>
public sealed class MessengerOptions
{
    public const string Section = "Messenger";

    private static readonly string[] MetasFileHosts = ["fbcdn.net", "fbsbx.com"];

    [Required(ErrorMessage = "Messenger:VerifyToken is missing: invent a long word and give the same one to the Meta app, Webhooks, Verify token.")]
    public string VerifyToken { get; set; } = "";

    [Required(ErrorMessage = "Messenger:AppSecret is missing: copy it from the Meta app page, Settings, Basic.")]
    public string AppSecret { get; set; } = "";

    /// <summary>Our app's id; echoes that carry it are our own messages.</summary>
    [Required(ErrorMessage = "Messenger:AppId is missing: copy it from the Meta app page, Settings, Basic.")]
    public string AppId { get; set; } = "";

    [Url(ErrorMessage = "Messenger:GraphUrl must be an address such as https://graph.facebook.com/v25.0.")]
    public string GraphUrl { get; set; } = "https://graph.facebook.com/v25.0";

    [MinLength(1, ErrorMessage = "Messenger:Pages:0:Id and Messenger:Pages:0:AccessToken are missing: a page that cannot be answered from is of no use.")]
    public IReadOnlyList<Page> Pages { get; set; } = [];

    /// <summary>Domains in the place of <see cref="MetasFileHosts"/>, should Meta move.</summary>
    public IReadOnlyList<string> FileHosts { get; set; } = [];

    /// <summary>What people send is fetched from hosts below these domains alone.</summary>
    public IReadOnlyList<string> HostsOfFiles => FileHosts.Count > 0 ? FileHosts : MetasFileHosts;

    /// <summary>A page we answer for.</summary>
    public sealed class Page
    {
        public string Id { get; set; } = "";

        /// <summary>A long-lived page access token; never logged.</summary>
        public string AccessToken { get; set; } = "";

        /// <summary>Whoever asks for help in a comment is invited to write in private.</summary>
        public bool InviteComments { get; set; }
    }

    public bool InvitesComments(string page) => Pages.Any(it => it.Id == page && it.InviteComments);

    /// <summary>The page's token, or null when the page is not among the settings.</summary>
    public string? TokenOf(string page) => Pages.FirstOrDefault(it => it.Id == page) is { AccessToken.Length: > 0 } found ? found.AccessToken : null;
}
