using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ChatBot.Web.Data.Rows;
using ChatBot.Web.Staff.Reminders;
using ChatBot.Web.Tests.Houses;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace ChatBot.Web.Tests.Staff.Reminders;

/// <summary>Plays a push service and the browser behind it: checks who sends (RFC 8292), and reads what was sent (RFC 8291).</summary>
internal sealed class FalsePush : HttpMessageHandler
{
    public const string Endpoint = "https://push.example/send/abc";

    private readonly ECDiffieHellman browser = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);

    private readonly byte[] secret = RandomNumberGenerator.GetBytes(16);

    private readonly ConcurrentQueue<HttpStatusCode> next = new();

    private readonly ConcurrentQueue<string> read = new();

    /// <summary>What the telephone showed, as JSON.</summary>
    public IReadOnlyList<string> Read => [.. read];

    /// <summary>The key senders must prove; as the page of the browser was given it.</summary>
    public string? ExpectedKey { get; set; }

    /// <summary>Whom the service may write to about what it is sent; null: nobody was named.</summary>
    public string? ExpectedSubject { get; set; } = "mailto:tuvan@union.example";

    public int Asked { get; private set; }

    public string Key => WebEncoders.Base64UrlEncode(Point(browser.PublicKey.ExportParameters()));

    public string Secret => WebEncoders.Base64UrlEncode(secret);

    public void AnswersNext(HttpStatusCode status) => next.Enqueue(status);

    public void Serve(HousePlan plan) => plan.Furnish += builder =>
        builder.Services.AddHttpClient(nameof(ReminderPush)).ConfigurePrimaryHttpMessageHandler(() => this);

    public PushRow Of(StaffMember staff) => new() { Staff = staff.Id, Endpoint = Endpoint, Key = Key, Secret = Secret };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Asked++;
        if (next.TryDequeue(out var trouble))
            return new HttpResponseMessage(trouble);
        if (request.RequestUri?.ToString() != Endpoint || request.Headers.GetValues("TTL").Single() != "14400" || !IsProven(request.Headers.Authorization!.ToString()))
            return new HttpResponseMessage(HttpStatusCode.Forbidden);
        read.Enqueue(Decrypt(await request.Content!.ReadAsByteArrayAsync(cancellationToken)));
        return new HttpResponseMessage(HttpStatusCode.Created);
    }

    // Authorization: vapid t=header.claims.signature, k=public key
    private bool IsProven(string authorization)
    {
        var parts = authorization["vapid ".Length..].Split(',', StringSplitOptions.TrimEntries).ToDictionary(it => it[..1], it => it[2..]);
        var (token, key) = (parts["t"].Split('.'), WebEncoders.Base64UrlDecode(parts["k"]));
        using var sender = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new() { X = key[1..33], Y = key[33..] } });
        var claims = JsonNode.Parse(WebEncoders.Base64UrlDecode(token[1]))!;
        return parts["k"] == ExpectedKey && (string?)claims["aud"] == "https://push.example" && (string?)claims["sub"] == ExpectedSubject
            && sender.VerifyData(Encoding.ASCII.GetBytes($"{token[0]}.{token[1]}"), WebEncoders.Base64UrlDecode(token[2]), HashAlgorithmName.SHA256);
    }

    // aes128gcm: salt (16), record size (4), length of the sender's key (1), that key (65), one record that ends with a 2 and its padding
    private string Decrypt(byte[] body)
    {
        var (salt, point, record) = (body[..16], body[21..86], body[86..]);
        using var sender = ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new() { X = point[1..33], Y = point[33..] } });
        var shared = browser.DeriveRawSecretAgreement(sender.PublicKey);
        var ikm = HKDF.DeriveKey(HashAlgorithmName.SHA256, shared, 32, secret, [.. "WebPush: info\0"u8, .. Point(browser.PublicKey.ExportParameters()), .. point]);
        var nonce = HKDF.DeriveKey(HashAlgorithmName.SHA256, ikm, 12, salt, "Content-Encoding: nonce\0"u8.ToArray());
        using var cipher = new AesGcm(HKDF.DeriveKey(HashAlgorithmName.SHA256, ikm, 16, salt, "Content-Encoding: aes128gcm\0"u8.ToArray()), 16);
        var words = new byte[record.Length - 16];
        cipher.Decrypt(nonce, record.AsSpan()[..^16], record.AsSpan()[^16..], words);
        return Encoding.UTF8.GetString(words.AsSpan().TrimEnd((byte)0)[..^1]);
    }

    private static byte[] Point(ECParameters key) => [4, .. key.Q.X!, .. key.Q.Y!];
}
