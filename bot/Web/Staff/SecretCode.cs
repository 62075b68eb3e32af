using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace ChatBot.Web.Staff;

/// <summary>The secret part of a one-time link: handed out once, kept only as a hash.</summary>
internal static class SecretCode
{
    public static string Make() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(24));

    public static string Hash(string code) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
}
