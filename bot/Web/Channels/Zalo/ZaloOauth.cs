using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace ChatBot.Web.Channels.Zalo;

/// <summary>What Zalo gave for a code or a refresh token.</summary>
public abstract record ZaloGrant
{
    private ZaloGrant() { }

    /// <summary>A new pair; what was given for it is spent.</summary>
    public sealed record Pair(string Access, string Refresh, TimeSpan Lives) : ZaloGrant;

    /// <summary>Zalo says no.</summary>
    public sealed record Refused(int Code) : ZaloGrant;

    /// <summary>No answer, or none that can be read.</summary>
    public sealed record Unclear : ZaloGrant;
}

/// <summary>Zalo's OAuth, version 4, with PKCE.</summary>
public sealed class ZaloOauth(HttpClient web, IOptions<ZaloOptions> options)
{
    /// <summary>Longer, and another machine might begin.</summary>
    public static readonly TimeSpan MayTake = TimeSpan.FromSeconds(15);

    /// <summary>Older tokens lived so long; only used where Zalo says nothing.</summary>
    private const int ShortestLife = 3600;

    // Zalo keeps the challenge beside the callback's address and takes no other: so it is always the same one, made from the secret that only this program has.
    private string Verifier => WebEncoders.Base64UrlEncode(HMACSHA256.HashData(Encoding.UTF8.GetBytes(options.Value.AppSecret), "zalo code verifier"u8));

    public string Challenge => ChallengeOf(Verifier);

    public static string ChallengeOf(string verifier) => WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));

    /// <summary>Where an admin of the account says yes.</summary>
    public Uri ConsentPage(string back, string state) => new(QueryHelpers.AddQueryString($"{options.Value.OauthUrl.TrimEnd('/')}/permission", new Dictionary<string, string?>
    {
        ["app_id"] = options.Value.AppId,
        ["redirect_uri"] = back,
        ["code_challenge"] = Challenge,
        ["state"] = state,
    }));

    public Task<ZaloGrant> Exchange(string code, CancellationToken cancellationToken) =>
        Ask(new() { ["code"] = code, ["grant_type"] = "authorization_code", ["code_verifier"] = Verifier }, cancellationToken);

    public Task<ZaloGrant> Refresh(string token, CancellationToken cancellationToken) =>
        Ask(new() { ["refresh_token"] = token, ["grant_type"] = "refresh_token" }, cancellationToken);

    private async Task<ZaloGrant> Ask(Dictionary<string, string> form, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(MayTake);
        form["app_id"] = options.Value.AppId;
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{options.Value.OauthUrl.TrimEnd('/')}/access_token")) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Add("secret_key", options.Value.AppSecret);
        try
        {
            using var response = await web.SendAsync(request, patience.Token);
            return response.StatusCode == HttpStatusCode.OK ? Read(await response.Content.ReadAsStringAsync(patience.Token)) : new ZaloGrant.Unclear();
        }
        catch (Exception trouble) when (trouble is HttpRequestException or IOException || (trouble is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new ZaloGrant.Unclear();
        }
    }

    // { "access_token": "…", "refresh_token": "…", "expires_in": "90000" } or, with HTTP 200 too, { "error": -14014, "error_name": "…" }
    private static ZaloGrant Read(string body) => JsonReading.In(body, new ZaloGrant.Unclear(), Grant);

    private static ZaloGrant Grant(JsonElement root)
    {
        if (root.Token("access_token") is { } access && root.Token("refresh_token") is { } refresh)
            return new ZaloGrant.Pair(access, refresh, TimeSpan.FromSeconds(ZaloApi.Number(root.Text("expires_in")) is > 0 and var seconds ? seconds : ShortestLife));
        return ZaloApi.Number(root.Text("error")) is not null and not 0 and var code ? new ZaloGrant.Refused(code.Value) : new ZaloGrant.Unclear();
    }
}
