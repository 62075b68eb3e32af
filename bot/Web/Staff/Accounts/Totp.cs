using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ChatBot.Web.Staff.Accounts;

/// <summary>The six figures of an authenticator app (RFC 6238): a new code every half minute, from a key both sides keep.</summary>
internal static class Totp
{
    private const int StepSeconds = 30;

    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static long StepAt(DateTimeOffset now) => now.ToUnixTimeSeconds() / StepSeconds;

    public static string Code(byte[] key, long step)
    {
        var counter = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        var hash = HMACSHA1.HashData(key, counter);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step whose code this is; null when it is none. The step before and the one after count too: telephones do not go quite right.</summary>
    public static long? Find(byte[] key, string code, DateTimeOffset now)
    {
        var given = Encoding.UTF8.GetBytes(code);
        for (var step = StepAt(now) - 1; step <= StepAt(now) + 1; step++)
            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Code(key, step)), given))
                return step;
        return null;
    }

    /// <summary>A key as Identity writes it.</summary>
    public static byte[] ReadKey(string base32)
    {
        var bits = string.Concat(base32.Select(it => Convert.ToString(Base32.IndexOf(it, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(it => it.Length == 8).Select(it => Convert.ToByte(new string(it), 2))];
    }
}
