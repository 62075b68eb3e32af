using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace ChatBot.Web.Channels.WebChat;

/// <summary>The keys tokens are signed with: one made from the secret, or, without a secret, one from each data protection key in the database,
/// so that all machines have the same and they change with it.</summary>
public sealed class WebChatKeys(IOptions<WebChatOptions> options, IKeyManager ring, IDataProtectionProvider protection, TimeProvider time)
{
    private static readonly TimeSpan ReadAgainAfter = TimeSpan.FromHours(1);

    // An unknown key may be another machine's new one; tokens made up by strangers must not read the database each time.
    private static readonly TimeSpan ReadAgainForUnknownAfter = TimeSpan.FromSeconds(10);

    private volatile Held held = new([], DateTimeOffset.MinValue);

    /// <summary>The key to sign with now.</summary>
    public SecurityKey Current => Keys(ReadAgainAfter)[0];

    /// <summary>The key of that id; null when there is none whose signature still counts.</summary>
    public SecurityKey? Find(string id) =>
        Keys(ReadAgainAfter).FirstOrDefault(key => key.KeyId == id) ?? Keys(ReadAgainForUnknownAfter).FirstOrDefault(key => key.KeyId == id);

    private IReadOnlyList<SecurityKey> Keys(TimeSpan atMostOld)
    {
        var now = time.GetUtcNow();
        var known = held;
        if (known.Keys.Count == 0 || now - known.ReadAt > atMostOld)
            held = known = new(options.Value.Secret is { Length: > 0 } secret ? [FromSecret(secret)] : FromRing(), now);
        return known.Keys;
    }

    private static SymmetricSecurityKey FromSecret(string secret) => Make("secret", Encoding.UTF8.GetBytes(secret));

    private List<SecurityKey> FromRing()
    {
        // A new database has no key yet; the first use makes one.
        _ = protection.CreateProtector("web chat").Protect([]);
        return [.. ring.GetAllKeys().Where(key => !key.IsRevoked).OrderByDescending(key => key.ActivationDate).Select(FromRing)];
    }

    private static SymmetricSecurityKey FromRing(IKey key)
    {
        var master = key.Descriptor.ExportToXml().SerializedDescriptorElement.Descendants().First(it => it.Name.LocalName == "value");
        return Make(key.KeyId.ToString(), Convert.FromBase64String(master.Value));
    }

    private static SymmetricSecurityKey Make(string id, byte[] from) =>
        new(HKDF.DeriveKey(HashAlgorithmName.SHA256, from, 32, info: "union-chatbot web chat tokens"u8.ToArray())) { KeyId = id };

    /// <summary>Newest first.</summary>
    private sealed record Held(IReadOnlyList<SecurityKey> Keys, DateTimeOffset ReadAt);
}
