using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace ChatBot.Web.Channels.BotFramework;

/// <summary>The settings under `BotFramework`; without any of them the channel is off.</summary>
public sealed class BotFrameworkOptions
{
    public const string Section = "BotFramework";

    // Keys and secrets travel there: only over https, or not over a wire at all.
    private const string Address = @"https://\S+|http://(localhost|127\.0\.0\.1)(:\d+)?(/\S*)?";

    [Required(ErrorMessage = "BotFramework:AppId is missing: copy the Microsoft App ID from the Azure Bot page, Configuration.")]
    public string AppId { get; set; } = "";

    /// <summary>A client secret; never logged.</summary>
    [Required(ErrorMessage = "BotFramework:AppPassword is missing: on the Azure Bot page, Configuration, Manage Password, make a client secret and copy its value.")]
    public string AppPassword { get; set; } = "";

    /// <summary>The tenant of a single-tenant registration; null: multi-tenant.</summary>
    public string? TenantId { get; set; }

    /// <summary>Where the keys of the channels are found.</summary>
    [RegularExpression(Address, ErrorMessage = "BotFramework:MetadataUrl must be an https address; leave it out for https://login.botframework.com/v1/.well-known/openidconfiguration.")]
    public string MetadataUrl { get; set; } = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    /// <summary>Who gives us tokens for our answers.</summary>
    [RegularExpression(Address, ErrorMessage = "BotFramework:LoginUrl must be an https address; leave it out for https://login.microsoftonline.com.")]
    public string LoginUrl { get; set; } = "https://login.microsoftonline.com";

    /// <summary>True: callers with a token of Entra ID for our own App ID get in too, as the Emulator has it.</summary>
    public bool Emulator { get; set; }

    /// <summary>Where the keys of those tokens are found.</summary>
    [RegularExpression(Address, ErrorMessage = "BotFramework:EmulatorMetadataUrl must be an https address; leave it out for the one of login.microsoftonline.com.")]
    public string EmulatorMetadataUrl { get; set; } = "https://login.microsoftonline.com/botframework.com/v2.0/.well-known/openid-configuration";

    /// <summary>Whose advisors answer: `ours`, or those of the desk behind the `channel`.</summary>
    [RegularExpression("ours|channel", ErrorMessage = "BotFramework:Handoff must be ours (the desk of this program) or channel (the desk behind the channel, told by handoff events).")]
    public string Handoff { get; set; } = "ours";

    /// <summary>Another desk than ours answers.</summary>
    public bool HandsOffToChannel => Handoff == "channel";

    /// <summary>Another desk, reached at its own address, whatever channel the worker writes on; null: none.</summary>
    [ValidateObjectMembers]
    public OtherDeskOptions? Desk { get; set; }

    internal static bool IsAddress(string? url) => url is not null && Regex.IsMatch(url, $"^({Address})$") && Uri.TryCreate(url, UriKind.Absolute, out _);

    public string TokenUrl => $"{LoginUrl.TrimEnd('/')}/{(TenantId is { Length: > 0 } tenant ? tenant : "botframework.com")}/oauth2/v2.0/token";
}

/// <summary>The settings under `BotFramework:Desk`.</summary>
public sealed class OtherDeskOptions
{
    /// <summary>Where it takes activities.</summary>
    [Required(ErrorMessage = "BotFramework:Desk:Url is missing: the messaging endpoint of the other desk, e.g. https://desk.example.vn/api/messages.")]
    public string Url { get; set; } = "";

    /// <summary>Its app registration: our calls are made out to it, and its calls must come from it.</summary>
    [Required(ErrorMessage = "BotFramework:Desk:AppId is missing: the Microsoft App ID of the other desk.")]
    public string AppId { get; set; } = "";
}
