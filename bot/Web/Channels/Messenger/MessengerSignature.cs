using System.Security.Cryptography;
using System.Text;

namespace ChatBot.Web.Channels.Messenger;

/// <summary>Who really sent a webhook body, and who really calls Graph: HMAC-SHA256 with the app secret.</summary>
public static class MessengerSignature
{
    private const string Prefix = "sha256=";

    /// <param name="header">`X-Hub-Signature-256`: `sha256=` and 64 hexadecimal digits.</param>
    // Compared over the bytes as they came: JSON read and written again would not fit the signature.
    public static bool Fits(ReadOnlySpan<byte> body, string? header, string appSecret)
    {
        if (header is null || header.Length != Prefix.Length + 64 || !header.StartsWith(Prefix, StringComparison.Ordinal))
            return false;
        Span<byte> given = stackalloc byte[32];
        if (Convert.FromHexString(header.AsSpan(Prefix.Length), given, out _, out _) != System.Buffers.OperationStatus.Done)
            return false;

        Span<byte> expected = stackalloc byte[32];
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(appSecret), body, expected);
        return CryptographicOperations.FixedTimeEquals(given, expected);
    }

    /// <summary>`appsecret_proof` of a Graph call: proves that the caller of a token knows the app's secret.</summary>
    public static string Proof(string accessToken, string appSecret) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(appSecret), Encoding.UTF8.GetBytes(accessToken)));
}
