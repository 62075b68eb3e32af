using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ChatBot.Web.Channels.Zalo;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace ChatBot.Web.Tests.Houses;

/// <summary>A message the false Zalo was asked to carry.</summary>
public sealed record ZaloMessage(string Person, string Id, string Text, JsonNode Body);

/// <summary>Plays Zalo: its OAuth, whose refresh tokens are good for one use, and its OpenAPI, whose failures come with HTTP 200.</summary>
public sealed class FalseZalo : HttpMessageHandler
{
    public const string AppId = "4100000000000000001";
    public const string AppSecret = "bi-mat-ung-dung";
    public const string OaSecretKey = "khoa-oa-thu";
    public const string Account = "2500000000000000007";

    private readonly ConcurrentQueue<ZaloMessage> taken = new();
    private readonly ConcurrentQueue<Func<HttpResponseMessage>> next = new();
    private readonly Lock door = new();
    private readonly Dictionary<string, string> pairs = [];
    private readonly Dictionary<string, string> predecessors = [];
    private int numbers;

    /// <summary>Messages that were taken, in order.</summary>
    public IReadOnlyCollection<ZaloMessage> Taken => taken;

    /// <summary>The access tokens that open now.</summary>
    public ConcurrentDictionary<string, bool> Alive { get; } = new();

    /// <summary>What was put there: path and form.</summary>
    public ConcurrentQueue<(string Path, string Form)> Uploads { get; } = new();

    /// <summary>How often a refresh token was brought that was spent already.</summary>
    public int SpentBrought { get; private set; }

    /// <summary>How often a pair was given for a refresh token.</summary>
    public int Renewals { get; private set; }

    /// <summary>Spends a refresh token at once; otherwise when its successor is first used, so that a lost answer can be asked for again.</summary>
    public bool IsStrict { get; set; } = true;

    /// <summary>Called before and after each call of OAuth is worked on; may throw, as a machine that dies.</summary>
    public Action<string>? AtStep { get; set; }

    /// <summary>Called with every message that was taken, before the answer.</summary>
    public Func<ZaloMessage, Task>? OnTaken { get; set; }

    /// <summary>`reply` messages that are left for everybody; null: says nothing of it.</summary>
    public int? Left { get; set; }

    public int Lives { get; set; } = 90000;

    public static Dictionary<string, string?> Settings => new()
    {
        ["Zalo:AppId"] = AppId,
        ["Zalo:AppSecret"] = AppSecret,
        ["Zalo:OaSecretKey"] = OaSecretKey,
    };

    /// <summary>Puts Zalo and this false one into a house.</summary>
    public void Furnish(HousePlan plan)
    {
        foreach (var (name, value) in Settings)
            plan.Settings[name] = value;
        plan.Furnish += builder => Furnish(builder.Services);
    }

    public void Furnish(IServiceCollection services)
    {
        foreach (var name in (string[])[nameof(ZaloApi), nameof(ZaloOauth), nameof(ZaloFiles)])
            services.AddHttpClient(name).ConfigurePrimaryHttpMessageHandler(() => this);
    }

    /// <summary>The next message is answered so; after that all goes well again.</summary>
    public void AnswersNext(int error) => next.Enqueue(() => Json(new { error, message = "false Zalo" }));

    /// <summary>A pair as an admin's consent gives it.</summary>
    public ZaloGrant.Pair Consent()
    {
        lock (door)
            return NewPair();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var path = request.RequestUri!.AbsolutePath;
        if (path.EndsWith("/access_token", StringComparison.Ordinal))
            return Grant(request, body);
        if (request.RequestUri.Host != "openapi.zalo.me")
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("%PDF-1.7 hợp đồng") };
        var token = request.Headers.TryGetValues("access_token", out var given) ? given.Single() : "";
        if (!Alive.ContainsKey(token))
            return Json(new { error = -216, message = "Access token is invalid" });
        Use(token);
        return path switch
        {
            "/v3.0/oa/message/cs" => await Carry(JsonNode.Parse(body)!),
            "/v2.0/oa/getoa" => Json(new { error = 0, data = new { oa_id = Account, name = "Công đoàn KCN Mẫu" } }),
            _ when path.StartsWith("/v2.0/oa/upload/", StringComparison.Ordinal) => Hold(path, body),
            _ => new HttpResponseMessage(HttpStatusCode.NotFound),
        };
    }

    private HttpResponseMessage Grant(HttpRequestMessage request, string body)
    {
        AtStep?.Invoke("oauth asked");
        var form = QueryHelpers.ParseQuery(body);
        if (request.Headers.GetValues("secret_key").Single() != AppSecret || form["app_id"] != AppId)
            return Json(new { error = -14002 });
        var answer = form["grant_type"] == "refresh_token" ? Renew(form["refresh_token"].ToString()) : FromCode(form);
        AtStep?.Invoke("oauth answered");
        return answer;
    }

    private HttpResponseMessage FromCode(Dictionary<string, Microsoft.Extensions.Primitives.StringValues> form) =>
        form["code"] == "CODE1" && form["code_verifier"].ToString().Length == 43 ? Json(Consent()) : Json(new { error = -14010 });

    private HttpResponseMessage Renew(string refresh)
    {
        lock (door)
        {
            if (!pairs.ContainsKey(refresh))
            {
                SpentBrought++;
                return Json(new { error = -14014, error_name = "invalid refresh token" });
            }

            var pair = NewPair();
            Renewals++;
            if (IsStrict)
                pairs.Remove(refresh);
            else
                predecessors[pair.Access] = predecessors[pair.Refresh] = refresh;
            return Json(pair);
        }
    }

    private void Use(string token)
    {
        lock (door)
            if (predecessors.TryGetValue(token, out var spent))
                pairs.Remove(spent);
    }

    private ZaloGrant.Pair NewPair()
    {
        var number = Interlocked.Increment(ref numbers);
        var pair = new ZaloGrant.Pair($"AT{number}", $"RT{number}", TimeSpan.FromSeconds(Lives));
        pairs[pair.Refresh] = pair.Access;
        Alive[pair.Access] = true;
        return pair;
    }

    private HttpResponseMessage Json(ZaloGrant.Pair pair) => Json(new { access_token = pair.Access, refresh_token = pair.Refresh, expires_in = Lives.ToString(System.Globalization.CultureInfo.InvariantCulture) });

    private async Task<HttpResponseMessage> Carry(JsonNode body)
    {
        if (next.TryDequeue(out var answer))
            return answer();
        var text = (string?)body["message"]?["text"] ?? "";
        if (text.Length > 2000)
            return Json(new { error = -201, message = "Parameter text is invalid" });
        var message = new ZaloMessage((string)body["recipient"]!["user_id"]!, $"z_out_{Interlocked.Increment(ref numbers)}", text, body);
        taken.Enqueue(message);
        if (OnTaken is { } told)
            await told(message);
        object? quota = Left is { } left ? new { quota_type = "reply", remain = $"{left}", total = "8" } : null;
        return Json(new { error = 0, message = "Success", data = new { message_id = message.Id, user_id = message.Person, quota } });
    }

    private HttpResponseMessage Hold(string path, string form)
    {
        Uploads.Enqueue((path, form));
        return Json(new { error = 0, data = path.EndsWith("/file", StringComparison.Ordinal) ? (object)new { token = "file-1" } : new { attachment_id = "att-1" } });
    }

    private static HttpResponseMessage Json(object body) => new(HttpStatusCode.OK) { Content = new StringContent(System.Text.Json.JsonSerializer.Serialize(body)) };
}

/// <summary>The bodies Zalo posts, and who posts them.</summary>
public sealed class ZaloCaller(House house) : IDisposable
{
    private readonly HttpClient http = new();
    private int moments;

    public string Conversation(string person) => $"zalo:{FalseZalo.Account}:{person}";

    /// <summary>A worker types.</summary>
    public Task<HttpStatusCode> Text(string person, string id, string text) => Says(person, "user_send_text", new { msg_id = id, text });

    public Task<HttpStatusCode> Says(string person, string name, object message) =>
        Post(new { app_id = FalseZalo.AppId, event_name = name, sender = new { id = person }, recipient = new { id = FalseZalo.Account }, message, timestamp = Moment() });

    /// <summary>The account says something to a worker; with an admin, somebody at its own inbox.</summary>
    public Task<HttpStatusCode> AccountSays(string person, string id, string text, string? admin = null) => Post(new JsonObject
    {
        ["app_id"] = FalseZalo.AppId,
        ["event_name"] = "oa_send_text",
        ["sender"] = admin is null ? new JsonObject { ["id"] = FalseZalo.Account } : new JsonObject { ["id"] = FalseZalo.Account, ["admin_id"] = admin },
        ["recipient"] = new JsonObject { ["id"] = person },
        ["message"] = new JsonObject { ["msg_id"] = id, ["text"] = text },
        ["timestamp"] = Moment(),
    });

    /// <summary>`follow` or `unfollow`.</summary>
    public Task<HttpStatusCode> Follows(string person, string name = "follow") =>
        Post(new { app_id = FalseZalo.AppId, event_name = name, oa_id = FalseZalo.Account, follower = new { id = person }, timestamp = Moment() });

    /// <summary>A worker fills in the form of the account.</summary>
    public Task<HttpStatusCode> Fills(string person, object info) =>
        Post(new { app_id = FalseZalo.AppId, event_name = "user_submit_info", sender = new { id = person }, recipient = new { id = FalseZalo.Account }, info, timestamp = Moment() });

    public Task<HttpStatusCode> Withdraws(string person) =>
        Post(new { app_id = FalseZalo.AppId, event_name = "user_withdraw", oa_id = FalseZalo.Account, user_id = person, timestamp = Moment() });

    public Task<HttpStatusCode> Post(object body) => Post(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(body), signed: true);

    public async Task<HttpStatusCode> Post(byte[] body, bool signed)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{house.Address}/webhooks/zalo")) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        if (signed)
            request.Headers.Add("X-ZEvent-Signature", "mac=" + Mac(body));
        using var response = await http.SendAsync(request);
        return response.StatusCode;
    }

    public void Dispose() => http.Dispose();

    private static string Mac(byte[] body)
    {
        var moment = (string?)JsonNode.Parse(body)!["timestamp"] ?? "";
        return Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes(FalseZalo.AppId), .. body, .. Encoding.UTF8.GetBytes(moment + FalseZalo.OaSecretKey)]));
    }

    private string Moment() => (house.Clock.GetUtcNow().ToUnixTimeMilliseconds() + Interlocked.Increment(ref moments)).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
