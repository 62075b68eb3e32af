using Microsoft.IdentityModel.Tokens;

namespace ChatBot.Web.Tests.Channels.Fuzzing;

internal static class Tokens
{
    /// <summary>The same letters under the signature, and the same bytes in it: its last letter has bits to spare.</summary>
    public static bool AreSame(string one, string other)
    {
        if (one == other)
            return true;
        var (ours, theirs) = (one.Split('.'), other.Split('.'));
        return ours.Length == theirs.Length && ours[..^1].SequenceEqual(theirs[..^1]) && Bytes(ours[^1]).AsSpan().SequenceEqual(Bytes(theirs[^1]));
    }

    private static byte[] Bytes(string letters)
    {
        try
        {
            return Base64UrlEncoder.DecodeBytes(letters);
        }
        catch (FormatException)
        {
            return [];
        }
    }
}
