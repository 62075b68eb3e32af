using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace ChatBot.Web.Channels.Messenger;

/// <summary>Carries messages to people on Facebook pages through the Send API.</summary>
public sealed class MessengerChannel(HttpClient graph, IOptions<MessengerOptions> options, TimeProvider clock) : Channel
{
    /// <summary>Facts of the platform: 24 hours for the bot, 7 days for what a person typed (tag HUMAN_AGENT).</summary>
    private static readonly TimeSpan BotMay = TimeSpan.FromHours(24);

    private static readonly TimeSpan PersonMay = TimeSpan.FromDays(7);

    public override string Name => "messenger";

    public override int LongestText => MessengerReply.LongestText;

    public override Window WindowFor(DateTimeOffset? lastHeard) =>
        lastHeard is { } heard ? new Window(heard + BotMay, heard + PersonMay) : Window.Closed;

    public override async Task<Delivery> Send(Parcel parcel, CancellationToken cancellationToken)
    {
        if (options.Value.TokenOf(parcel.To.Page) is not { } token)
            return new Delivery.Reconnect($"Trang {parcel.To.Page} chưa có mã truy cập trong cài đặt Messenger:Pages.");
        var inside = WindowFor(parcel.LastHeardAt).IsOpen(clock.GetUtcNow(), byPerson: false);
        var body = MessengerReply.Write(parcel, inside || !parcel.ByPerson ? null : "HUMAN_AGENT");
        try
        {
            using var response = await Post(parcel.To.Page, "messages", token, body, cancellationToken);
            var said = await response.Content.ReadAsStringAsync(cancellationToken);
            return response.IsSuccessStatusCode
                ? new Delivery.Done(MessageId(said))
                : MessengerErrors.Read((int)response.StatusCode, said, response.Headers.RetryAfter?.Delta);
        }
        catch (HttpRequestException trouble) when (NeverLeft(trouble))
        {
            return new Delivery.TryLater(TimeSpan.FromSeconds(5), "Không nối được tới Messenger.");
        }
        catch (Exception trouble) when (trouble is HttpRequestException or IOException || (trouble is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new Delivery.Unknown("Mất kết nối với Messenger khi đang gửi.");
        }
    }

    public override async Task ShowTyping(Address to, CancellationToken cancellationToken)
    {
        if (options.Value.TokenOf(to.Page) is not { } token)
            return;
        try
        {
            foreach (var action in (string[])["mark_seen", "typing_on"])
                (await Post(to.Page, "messages", token, $$"""{"recipient":{"id":{{JsonSerializer.Serialize(to.Person)}}},"sender_action":"{{action}}"}""", cancellationToken)).Dispose();
        }
        catch (Exception trouble) when (trouble is HttpRequestException or IOException or OperationCanceledException)
        {
            // Only a decoration: the answer itself goes through the outbox, which tells of trouble.
        }
    }

    /// <summary>One call of Graph for a page, with the token and its proof.</summary>
    public async Task<HttpResponseMessage> Post(string page, string edge, string token, string json, CancellationToken cancellationToken)
    {
        var proof = MessengerSignature.Proof(token, options.Value.AppSecret);
        var address = $"{options.Value.GraphUrl.TrimEnd('/')}/{Uri.EscapeDataString(page)}/{edge}?access_token={Uri.EscapeDataString(token)}&appsecret_proof={proof}";
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        return await graph.PostAsync(new Uri(address), content, cancellationToken);
    }

    private static bool NeverLeft(HttpRequestException trouble) => trouble.HttpRequestError
        is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    // { "recipient_id": "24", "message_id": "m_9" }
    private static string? MessageId(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.Text("message_id");
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
