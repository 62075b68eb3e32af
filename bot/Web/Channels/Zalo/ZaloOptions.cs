using System.ComponentModel.DataAnnotations;

namespace ChatBot.Web.Channels.Zalo;

/// <summary>The settings under `Zalo`; without any of them the channel is off. The access itself is given by an admin of the account, on the staff's page.</summary>
public sealed class ZaloOptions
{
    public const string Section = "Zalo";

    private static readonly string[] ZalosFileHosts = ["zdn.vn", "zadn.vn", "dlfl.vn", "dlmd.me"];

    [Required(ErrorMessage = "Zalo:AppId is missing: copy it from developers.zalo.me, your app, Settings.")]
    public string AppId { get; set; } = "";

    [Required(ErrorMessage = "Zalo:AppSecret is missing: copy it from developers.zalo.me, your app, Settings.")]
    public string AppSecret { get; set; } = "";

    /// <summary>Signs what Zalo sends us, and nothing else; another one than the app's secret.</summary>
    [Required(ErrorMessage = "Zalo:OaSecretKey is missing: copy it from developers.zalo.me, your app, Official Account, Webhook.")]
    public string OaSecretKey { get; set; } = "";

    [Url(ErrorMessage = "Zalo:ApiUrl must be an address such as https://openapi.zalo.me.")]
    public string ApiUrl { get; set; } = "https://openapi.zalo.me";

    [Url(ErrorMessage = "Zalo:OauthUrl must be an address such as https://oauth.zaloapp.com/v4/oa.")]
    public string OauthUrl { get; set; } = "https://oauth.zaloapp.com/v4/oa";

    /// <summary>Domains in the place of <see cref="ZalosFileHosts"/>, should Zalo move.</summary>
    public IReadOnlyList<string> FileHosts { get; set; } = [];

    /// <summary>What people send is fetched from hosts below these domains alone.</summary>
    public IReadOnlyList<string> HostsOfFiles => FileHosts.Count > 0 ? FileHosts : ZalosFileHosts;
}
