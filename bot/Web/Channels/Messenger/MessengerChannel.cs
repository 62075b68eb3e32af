using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace ChatBot.Web.Channels.Messenger;

/// <summary>Carries messages to people on Facebook pages through the Send API.</summary>
public sealed class MessengerChannel(HttpClient graph, MessengerFiles files, IOptions<MessengerOptions> options, TimeProvider clock) : Channel
{
    /// <summary>Facts of the platform: 24 hours for the bot, 7 days for what a person typed (tag HUMAN_AGENT).</summary>
    private static readonly TimeSpan BotMay = TimeSpan.FromHours(24);

    private static readonly TimeSpan PersonMay = TimeSpan.FromDays(7);

    private static readonly TimeSpan CommenterMayBeWritten = TimeSpan.FromDays(7);

    private static readonly TimeSpan WordsMayTake = TimeSpan.FromSeconds(10);

    public override string Name => "messenger";

    public override int LongestText => MessengerReply.LongestText;

    public override FileRoom Files { get; } = new(LargestPicture: 8 * 1024 * 1024, LargestOther: 25 * 1024 * 1024);

    // The tag of the seven days is for what a person typed: files do not go with it.
    public override Window WindowFor(DateTimeOffset? lastHeard) =>
        lastHeard is { } heard ? new Window(heard + BotMay, heard + PersonMay) { FilesUntil = heard + BotMay } : Window.Closed;

    public override async Task<Delivery> Send(Parcel parcel, CancellationToken cancellationToken)
    {
        if (options.Value.TokenOf(parcel.To.Page) is not { } token)
            return new Delivery.Reconnect($"Trang {parcel.To.Page} chưa có mã truy cập trong cài đặt Messenger:Pages.");
        var inside = WindowFor(parcel.LastHeardAt).IsOpen(clock.GetUtcNow(), byPerson: false);
        if (parcel.File is not null && !inside)
            return new Delivery.OutsideWindow("Messenger chỉ cho gửi tệp trong 24 giờ sau tin cuối của người này.");
        return await Carry(() => parcel.File is { } file
            ? Post(parcel.To.Page, "messages", token, MessengerReply.WriteFile(parcel, file), cancellationToken)
            : Post(parcel.To.Page, "messages", token, MessengerReply.Write(parcel, inside || !parcel.ByPerson ? null : "HUMAN_AGENT"), cancellationToken), cancellationToken);
    }

    public override TimeSpan? CommentsMayBeAnsweredFor => CommenterMayBeWritten;

    public override async Task<Delivery> AnswerComment(string page, string comment, string text, CancellationToken cancellationToken) => options.Value.TokenOf(page) is { } token
        ? await Carry(() => Post(page, "messages", token, MessengerReply.WriteToCommenter(comment, text), cancellationToken), cancellationToken)
        : new Delivery.Reconnect($"Trang {page} chưa có mã truy cập trong cài đặt Messenger:Pages.");

    private static async Task<Delivery> Carry(Func<Task<HttpResponseMessage>> post, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await post();
            var said = await response.Content.ReadAsStringAsync(cancellationToken);
            return response.IsSuccessStatusCode
                ? new Delivery.Done(Read(said, "message_id"))
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

    public override Task<Fetched> Fetch(string url, long most, CancellationToken cancellationToken) => files.Fetch(url, most, cancellationToken);

    /// <summary>One call of Graph for a page, with the token and its proof.</summary>
    public async Task<HttpResponseMessage> Post(string page, string edge, string token, string json, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(WordsMayTake);
        return await Post(page, edge, token, new StringContent(json, Encoding.UTF8, "application/json"), patience.Token);
    }

    /// <summary>Asks for the page's name, to see whether its token still opens.</summary>
    public async Task<(int Status, string Said)> Ask(string page, string token, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(WordsMayTake);
        using var response = await graph.GetAsync(new Uri(AddressOf(page, "", token) + "&fields=name"), patience.Token);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(patience.Token));
    }

    private async Task<HttpResponseMessage> Post(string page, string edge, string token, HttpContent content, CancellationToken cancellationToken)
    {
        using var sent = content;
        return await graph.PostAsync(new Uri(AddressOf(page, $"/{edge}", token)), content, cancellationToken);
    }

    private string AddressOf(string page, string edge, string token) =>
        $"{options.Value.GraphUrl.TrimEnd('/')}/{Uri.EscapeDataString(page)}{edge}?access_token={Uri.EscapeDataString(token)}&appsecret_proof={MessengerSignature.Proof(token, options.Value.AppSecret)}";

    // { "recipient_id": "24", "message_id": "m_9" }
    internal static string? Read(string body, string member) => JsonReading.In(body, null, root => root.Id(member));
}
