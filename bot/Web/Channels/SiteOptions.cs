using System.ComponentModel.DataAnnotations;

namespace ChatBot.Web.Channels;

/// <summary>The setting `Site:Url`: where people outside find the pages of this site.</summary>
public sealed class SiteOptions
{
    public const string Section = "Site";

    /// <summary>Null: answers outside the web chat carry no links to our pages.</summary>
    [RegularExpression(@"https?://\S+", ErrorMessage = "Site:Url must be the address of this site as people reach it, e.g. https://hoidap.congdoan.example.vn; leave it out for no links.")]
    public string? Url { get; set; }
}
