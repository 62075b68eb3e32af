using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace ChatBot.Web.Tests.Houses;

/// <summary>Posts signed bodies to our webhook, and again until they are acknowledged, as Meta does.</summary>
public sealed class MetaCaller(Uri webhook) : IDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(500);

    // Meta waits five seconds for its 200.
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(5) };

    private readonly CancellationTokenSource closing = new();

    /// <summary>One attempt.</summary>
    /// <returns>The status; null when there was no answer.</returns>
    public async Task<HttpStatusCode?> Post(byte[] body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add("X-Hub-Signature-256", $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Meta.AppSecret), body))}");
        try
        {
            using var response = await http.SendAsync(request, closing.Token);
            return response.StatusCode;
        }
        catch (Exception trouble) when (trouble is HttpRequestException or OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>Again and again until it is acknowledged.</summary>
    /// <returns>How many attempts it took.</returns>
    public async Task<int> Deliver(byte[] body)
    {
        var pause = FirstPause;
        for (var attempt = 1; ; attempt++)
        {
            if (await Post(body) == HttpStatusCode.OK || closing.IsCancellationRequested)
                return attempt;
            await Task.Delay(pause);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    public void Dispose()
    {
        closing.Cancel();
        http.Dispose();
    }
}
