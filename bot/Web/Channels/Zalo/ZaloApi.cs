using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace ChatBot.Web.Channels.Zalo;

/// <summary>What Zalo said. A failure, too, comes with HTTP 200; its code tells.</summary>
/// <param name="Error">0: all is well.</param>
/// <param name="Data">Null when nothing came with it.</param>
public sealed record ZaloAnswer(HttpStatusCode Status, int Error, JsonElement? Data)
{
    public bool IsFine => Status == HttpStatusCode.OK && Error == 0 && Data is not null;
}

/// <summary>Calls Zalo's OpenAPI for an account.</summary>
public sealed class ZaloApi(HttpClient web, IOptions<ZaloOptions> options)
{
    private static readonly TimeSpan WordsMayTake = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan FilesMayTake = TimeSpan.FromSeconds(12);

    /// <summary>Carries one message.</summary>
    /// <exception cref="HttpRequestException">The connection broke.</exception>
    public Task<ZaloAnswer> Send(string token, string json, CancellationToken cancellationToken) =>
        Ask(HttpMethod.Post, "v3.0/oa/message/cs", token, new StringContent(json, Encoding.UTF8, "application/json"), WordsMayTake, cancellationToken);

    /// <summary>Puts a file where a message can name it. Nobody sees it yet, so a broken connection only means to try again.</summary>
    public async Task<ZaloAnswer> Upload(string token, string kind, ParcelFile file, CancellationToken cancellationToken)
    {
        try
        {
            var content = new ByteArrayContent(file.Content) { Headers = { ContentType = new MediaTypeHeaderValue(file.MediaType) } };
            return await Ask(HttpMethod.Post, $"v2.0/oa/upload/{kind}", token, new MultipartFormDataContent { content.As("file", ZaloReply.PlainName(file.Name)) }, FilesMayTake, cancellationToken);
        }
        catch (Exception trouble) when (trouble is HttpRequestException or IOException || (trouble is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new ZaloAnswer(HttpStatusCode.ServiceUnavailable, 0, null);
        }
    }

    /// <summary>The account the token opens: its `oa_id` and `name`.</summary>
    /// <exception cref="HttpRequestException">The connection broke.</exception>
    public Task<ZaloAnswer> Account(string token, CancellationToken cancellationToken) =>
        Ask(HttpMethod.Get, "v2.0/oa/getoa", token, null, WordsMayTake, cancellationToken);

    private async Task<ZaloAnswer> Ask(HttpMethod how, string path, string token, HttpContent? content, TimeSpan mayTake, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(mayTake);
        using var request = new HttpRequestMessage(how, new Uri($"{options.Value.ApiUrl.TrimEnd('/')}/{path}")) { Content = content };
        request.Headers.Add("access_token", token);
        using var response = await web.SendAsync(request, patience.Token);
        return Read(response.StatusCode, await response.Content.ReadAsStringAsync(patience.Token));
    }

    // { "error": 0, "message": "Success", "data": { … } }
    private static ZaloAnswer Read(HttpStatusCode status, string body) =>
        JsonReading.In(body, new ZaloAnswer(status, 0, null), root => new ZaloAnswer(status, Number(root.Text("error")) ?? 0, root.Member("data")?.Clone()));

    internal static int? Number(string? digits) => int.TryParse(digits, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
}
