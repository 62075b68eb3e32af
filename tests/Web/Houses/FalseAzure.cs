using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ChatBot.Web.Tests.Houses;

/// <summary>An activity the false Connector was asked to carry.</summary>
/// <param name="Answered">The activity it answers, from the address; null: none.</param>
/// <param name="Bearer">The token it came with.</param>
public sealed record CarriedActivity(string Conversation, string? Answered, string Bearer, JsonNode Body)
{
    public string? Text => (string?)Body["text"];
}

/// <summary>Plays Azure Bot Service on a real socket: the keys of its channels, the tokens for our answers, and the Connector.</summary>
public sealed class FalseAzure : IAsyncDisposable
{
    public const string AppId = "6a0d5c1e-1111-4222-8333-944455566677";
    public const string Tenant = "7b1e6d2f-5555-4666-8777-988899900011";
    public const string Channels = "https://api.botframework.com";
    public const string DeskAppId = "0b9f3c77-2222-4333-8444-955566677788";

    private const string EntraIssuer = "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/";

    private readonly ConcurrentQueue<CarriedActivity> carried = new();
    private readonly ConcurrentQueue<CarriedActivity> atDesk = new();
    private readonly ConcurrentQueue<(HttpStatusCode Code, string Body)> next = new();
    private readonly RSA rsa = RSA.Create(2048);
    private readonly WebApplication app;
    private int numbers;

    private FalseAzure(WebApplication app) => this.app = app;

    /// <summary>What the Connector took, in order.</summary>
    public IReadOnlyList<CarriedActivity> Carried => [.. carried];

    /// <summary>Messages among them.</summary>
    public IReadOnlyList<CarriedActivity> Messages => [.. carried.Where(it => (string?)it.Body["type"] == "message")];

    /// <summary>What another desk was told, in order.</summary>
    public IReadOnlyList<CarriedActivity> AtDesk => [.. atDesk];

    /// <summary>What the other desk answers to all it is told.</summary>
    public HttpStatusCode DeskSays { get; set; } = HttpStatusCode.OK;

    /// <summary>The other desk takes a call and cuts the line.</summary>
    public bool DeskCuts { get; set; }

    /// <summary>How often the other desk was called, in vain as well.</summary>
    public int DeskCalls { get; private set; }

    /// <summary>How often its keys were read.</summary>
    public int KeysRead { get; private set; }

    /// <summary>How often a token for our answers was asked for, and where.</summary>
    public ConcurrentQueue<string> TokensAsked { get; } = new();

    /// <summary>No keys are told.</summary>
    public bool IsAway { get; set; }

    /// <summary>The id of its only key.</summary>
    public string KeyId { get; set; } = "k1";

    /// <summary>`http://127.0.0.1:41234`</summary>
    public string Url => app.Urls.First();

    /// <summary>The address at which its channels are answered.</summary>
    public string ServiceUrl => $"{Url}/";

    public static async Task<FalseAzure> Open()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var azure = new FalseAzure(app);
        app.MapGet("/openid", () => azure.IsAway ? Results.StatusCode(503) : Results.Json(new { issuer = Channels, jwks_uri = $"{azure.Url}/keys" }));
        app.MapGet("/keys", azure.Keys);
        app.MapPost("/{tenant}/oauth2/v2.0/token", azure.Token);
        app.MapPost("/desk/api/messages", (Delegate)azure.TellDesk);
        app.MapPost("/v3/conversations/{conversation}/activities/{answered?}", azure.Carry);
        await app.StartAsync();
        return azure;
    }

    public Dictionary<string, string?> Settings => new()
    {
        ["BotFramework:AppId"] = AppId,
        ["BotFramework:AppPassword"] = "bi-mat-thu",
        ["BotFramework:MetadataUrl"] = $"{Url}/openid",
        ["BotFramework:EmulatorMetadataUrl"] = $"{Url}/openid",
        ["BotFramework:LoginUrl"] = Url,
    };

    /// <summary>The same with another desk at its own address.</summary>
    public Dictionary<string, string?> WithDesk => new(Settings)
    {
        ["BotFramework:Desk:Url"] = $"{Url}/desk/api/messages",
        ["BotFramework:Desk:AppId"] = DeskAppId,
        ["Site:Url"] = "https://hoidap.example.vn/",
    };

    /// <summary>A token as Entra ID gives it to an app, for us.</summary>
    public string MintEntra(DateTimeOffset now, string app = DeskAppId, string version = "1.0", Action<SecurityTokenDescriptor>? change = null) => Mint(now, it =>
    {
        (it.Issuer, it.Claims) = (EntraIssuer, new Dictionary<string, object> { ["ver"] = version, ["appid"] = app });
        change?.Invoke(it);
    });

    /// <summary>The next activity is answered so; after that all goes well again.</summary>
    public void AnswersNext(HttpStatusCode code, string body = "{}") => next.Enqueue((code, body));

    /// <summary>A token as the channels have it, with whatever a test changes in it.</summary>
    public string Mint(DateTimeOffset now, Action<SecurityTokenDescriptor>? change = null)
    {
        var token = new SecurityTokenDescriptor
        {
            Issuer = Channels,
            Audience = AppId,
            NotBefore = now.UtcDateTime,
            Expires = now.AddHours(1).UtcDateTime,
            Claims = new Dictionary<string, object> { ["serviceurl"] = ServiceUrl },
            SigningCredentials = new SigningCredentials(new RsaSecurityKey(rsa) { KeyId = KeyId }, SecurityAlgorithms.RsaSha256),
        };
        change?.Invoke(token);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(token);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        rsa.Dispose();
    }

    private IResult Keys()
    {
        KeysRead++;
        var key = rsa.ExportParameters(false);
        return Results.Json(new { keys = new[] { new { kty = "RSA", use = "sig", kid = KeyId, n = Base64UrlEncoder.Encode(key.Modulus), e = Base64UrlEncoder.Encode(key.Exponent), endorsements = (string[])["webchat", "facebook", "emulator"] } } });
    }

    private async Task<IResult> Token(HttpContext http, string tenant)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        TokensAsked.Enqueue(tenant);
        var kind = form["scope"].ToString() switch { "https://api.botframework.com/.default" => "MA", $"{DeskAppId}/.default" => "BAN", _ => null };
        return kind is not null && form["grant_type"] == "client_credentials" && form["client_id"] == AppId && form["client_secret"] == "bi-mat-thu"
            ? Results.Json(new { token_type = "Bearer", expires_in = 3600, access_token = $"{kind}_{TokensAsked.Count}" })
            : Results.Json(new { error = "invalid_client" }, statusCode: 401);
    }

    private async Task<IResult> TellDesk(HttpContext http)
    {
        DeskCalls++;
        if (DeskCuts)
            http.Abort();
        var body = (await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted))!;
        if (DeskSays == HttpStatusCode.OK)
            atDesk.Enqueue(new CarriedActivity((string)body["conversation"]!["id"]!, null, http.Request.Headers.Authorization.ToString(), body));
        return Results.StatusCode((int)DeskSays);
    }

    private async Task<IResult> Carry(HttpContext http, string conversation, string? answered)
    {
        var body = (await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted))!;
        // "Is typing" comes before each answer, and nobody waits for it.
        if ((string?)body["type"] != "typing" && next.TryDequeue(out var answer))
            return Results.Text(answer.Body, "application/json", statusCode: (int)answer.Code);
        carried.Enqueue(new CarriedActivity(conversation, answered, http.Request.Headers.Authorization.ToString(), body));
        return Results.Json(new { id = $"{conversation}|out{Interlocked.Increment(ref numbers)}" });
    }
}
