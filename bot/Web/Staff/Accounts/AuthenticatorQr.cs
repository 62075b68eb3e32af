using QRCoder;

namespace ChatBot.Web.Staff.Accounts;

/// <summary>The key of an authenticator app as people take it over: to scan, or to type.</summary>
internal static class AuthenticatorQr
{
    private const string Issuer = "Bàn tư vấn Công đoàn";

    public static string Address(string key, string email) =>
        $"otpauth://totp/{Uri.EscapeDataString(Issuer)}:{Uri.EscapeDataString(email)}?secret={key}&issuer={Uri.EscapeDataString(Issuer)}&digits=6&period=30";

    /// <summary>Dark on light with its quiet zone whatever the colours of the page: some cameras read nothing else.</summary>
    public static string Svg(string address)
    {
        using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        return code.GetGraphic(4, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
    }

    /// <summary>In groups of four, as people read such things out.</summary>
    public static string Groups(string key) => string.Join(' ', key.Chunk(4).Select(it => new string(it)));
}
