using System.Security.Cryptography;
using System.Text;

namespace ChatBot.Web.Channels.Zalo;

/// <summary>Who really sent a webhook body: SHA-256 over our app's id, the body, its timestamp and the account's secret key.</summary>
public static class ZaloSignature
{
    private const string Prefix = "mac=";

    /// <param name="header">`X-ZEvent-Signature`: `mac=` and 64 hexadecimal digits; some senders leave the `mac=` out.</param>
    /// <param name="timestamps">The body's own, and that of the header `X-ZEvent-Timestamp`: Zalo's words and Zalo's deeds differ on which one counts.</param>
    // Compared over the bytes as they came: JSON read and written again would not fit the signature.
    public static bool Fits(ReadOnlySpan<byte> body, string? header, IEnumerable<string?> timestamps, ZaloOptions options)
    {
        var digits = header is not null && header.StartsWith(Prefix, StringComparison.Ordinal) ? header.AsSpan(Prefix.Length) : header.AsSpan();
        Span<byte> given = stackalloc byte[32];
        if (digits.Length != 64 || Convert.FromHexString(digits, given, out _, out _) != System.Buffers.OperationStatus.Done)
            return false;
        var fits = false;
        foreach (var timestamp in timestamps)
            fits |= timestamp is not null && CryptographicOperations.FixedTimeEquals(given, Mac(body, timestamp, options));
        return fits;
    }

    private static byte[] Mac(ReadOnlySpan<byte> body, string timestamp, ZaloOptions options)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(options.AppId));
        hash.AppendData(body);
        hash.AppendData(Encoding.UTF8.GetBytes(timestamp));
        hash.AppendData(Encoding.UTF8.GetBytes(options.OaSecretKey));
        return hash.GetHashAndReset();
    }
}
