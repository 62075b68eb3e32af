using System.Security.Cryptography;
using ChatBot.Web.Channels;
using ChatBot.Web.Data.Rows;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace ChatBot.Web.Staff.Heads;

/// <summary>How each platform stands, and one button to connect an account or to connect it again.</summary>
public sealed partial class ConnectionsPage
{
    private IReadOnlyList<Platform> platforms = [];

    private IReadOnlyList<string> troubles = [];

    private string? said;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [Inject]
    private IOptions<SiteOptions> Site { get; set; } = null!;

    [Inject]
    private IDataProtectionProvider Protection { get; set; } = null!;

    /// <summary>Which channel has just been connected.</summary>
    [SupplyParameterFromQuery(Name = "xong")]
    private string? Done { get; set; }

    /// <summary>What was in the way, sealed.</summary>
    [SupplyParameterFromQuery(Name = "loi")]
    private string? Failed { get; set; }

    protected override async Task OnInitializedAsync()
    {
        platforms = await Book.Read(Http.RequestAborted);
        said = platforms.FirstOrDefault(it => it.Channel == Done) is { } platform ? $"Đã kết nối {platform.Title}. Tin đang chờ sẽ được gửi ngay." : null;
        troubles = Unseal(Failed) is { } trouble ? [trouble] : [];
    }

    private async Task LookNow()
    {
        await Book.LookAtAll(Http.RequestAborted);
        platforms = await Book.Read(Http.RequestAborted);
        said = "Đã kiểm tra xong.";
    }

    private string Back(string channel) => ConnectionsSetup.BackOf(Http.Request, Site.Value, channel);

    private string Facts(ConnectionRow page) => string.Join(" · ", new[]
    {
        page.CheckedAt is { } at ? $"Kiểm tra lúc {OfficeDay.Moment(at)}" : null,
        page.ExpiresAt is { } ends ? (ends > Time.GetUtcNow() ? $"Mã truy cập dùng được đến {OfficeDay.Moment(ends)}" : $"Mã truy cập hết hạn lúc {OfficeDay.Moment(ends)}") : null,
    }.OfType<string>());

    private string? Unseal(string? text)
    {
        try
        {
            return text is null ? null : ConnectionsSetup.SealOf(Protection).Unprotect(text);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
