using System.Net;
using Microsoft.Extensions.Options;

namespace ChatBot.Web.Channels.BotFramework;

/// <summary>Our token for somebody, or what stands in the way of one.</summary>
public readonly record struct Access(string? Token, Delivery? Trouble);

/// <summary>Gets the token our activities carry, with the registration's client secret; kept until shortly before its end, and asked for by one at a time.</summary>
/// <param name="audience">Whom the token is for: the Connector, or the app that another desk is.</param>
public sealed class BotFrameworkTokens(HttpClient login, string audience, IOptions<BotFrameworkOptions> options, TimeProvider time) : IDisposable
{
    /// <summary>The Connector of Azure's channels.</summary>
    public const string Connector = "https://api.botframework.com";

    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim one = new(1);

    private volatile Held? held;

    public async Task<Access> Get(CancellationToken cancellationToken)
    {
        if (Good is { } kept)
            return new Access(kept, null);
        await one.WaitAsync(cancellationToken);
        try
        {
            return Good is { } meanwhile ? new Access(meanwhile, null) : await Ask(cancellationToken);
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>It was not taken.</summary>
    public void Drop(string token)
    {
        if (held is { } known && known.Token == token)
            held = null;
    }

    public void Dispose() => one.Dispose();

    private string? Good => held is { } known && time.GetUtcNow() < known.Until - Early ? known.Token : null;

    private async Task<Access> Ask(CancellationToken cancellationToken)
    {
        var settings = options.Value;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = settings.AppId,
            ["client_secret"] = settings.AppPassword,
            ["scope"] = $"{audience}/.default",
        });
        try
        {
            using var response = await login.PostAsync(new Uri(settings.TokenUrl), form, cancellationToken);
            return Read(response, await response.Content.ReadAsStringAsync(cancellationToken));
        }
        catch (Exception trouble) when (trouble is HttpRequestException or IOException || (trouble is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new Access(null, new Delivery.TryLater(TimeSpan.FromSeconds(10), "Không nối được tới máy chủ đăng nhập của Microsoft."));
        }
    }

    private Access Read(HttpResponseMessage response, string body) => response.StatusCode switch
    {
        HttpStatusCode.OK when Parse(body) is { } token => new Access((held = token).Token, null),
        HttpStatusCode.OK or HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError =>
            new Access(null, new Delivery.TryLater(response.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(30), $"Máy chủ đăng nhập của Microsoft đang bận ({(int)response.StatusCode}).")),
        _ => new Access(null, new Delivery.Reconnect($"Microsoft không nhận BotFramework:AppId, :AppPassword hoặc :TenantId ({(int)response.StatusCode}); cần tạo lại mã bí mật.")),
    };

    // { "token_type": "Bearer", "expires_in": 3600, "access_token": "…" }
    private Held? Parse(string body) => JsonReading.In(body, null, root =>
        root.Token("access_token") is { } token && double.TryParse(root.Text("expires_in"), System.Globalization.CultureInfo.InvariantCulture, out var seconds)
            ? new Held(token, time.GetUtcNow() + TimeSpan.FromSeconds(Math.Clamp(seconds, 0, 86400)))
            : null);

    private sealed record Held(string Token, DateTimeOffset Until);
}
