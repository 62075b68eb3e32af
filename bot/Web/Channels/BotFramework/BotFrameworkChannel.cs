using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ChatBot.Talk.Activities;
using Microsoft.Extensions.Options;

namespace ChatBot.Web.Channels.BotFramework;

/// <summary>Carries messages to the channels of an Azure Bot registration through the Connector.</summary>
public sealed class BotFrameworkChannel(HttpClient connector, BotFrameworkTokens tokens, HandoffTranscript transcript, IOptions<BotFrameworkOptions> options) : Channel
{
    private static readonly TimeSpan MayTake = TimeSpan.FromSeconds(10);

    public override string Name => BotFrameworkPayload.Channel;

    public override int LongestText => BotFrameworkReply.LongestText;

    public override bool HasOwnDesk => options.Value.HandsOffToChannel;

    public override async Task<Delivery> Send(Parcel parcel, CancellationToken cancellationToken)
    {
        if (ConversationReference.Read(parcel.To.Reference) is not { } to)
            return new Delivery.Refused("Chưa biết trả lời người này ở đâu; chờ họ nhắn lại.");
        if (to.IsAwaited(parcel.Activity))
            return new Delivery.Done(null);
        if (AddressOf(to, to.Answered(parcel.Activity)) is not { } address)
            return new Delivery.Refused("Kênh này cho một địa chỉ trả lời không dùng https.");
        var activity = ActivityJson.Write(await transcript.Attach(BotFrameworkReply.Write(parcel.Activity, to), parcel.To, cancellationToken));
        // A token may be taken back before its time: once more with a new one.
        var delivery = await Post(address, activity, cancellationToken);
        return delivery is Delivery.Reconnect ? await Post(address, activity, cancellationToken) : delivery;
    }

    public override async Task ShowTyping(Address to, CancellationToken cancellationToken)
    {
        if (ConversationReference.Read(to.Reference) is { DeliveryMode: null } reference && AddressOf(reference, reference.ActivityId) is { } address)
            // Only a decoration: the answer itself goes through the outbox, which tells of trouble.
            await Post(address, ActivityJson.Write(BotFrameworkReply.Typing(reference)), cancellationToken);
    }

    // https://smba.trafficmanager.net/apis/ + v3/conversations/{conversation}/activities/{the one that is answered}
    private static Uri? AddressOf(ConversationReference to, string? answered)
    {
        var path = $"v3/conversations/{Uri.EscapeDataString(to.Conversation.Id)}/activities{(answered is null ? "" : "/" + Uri.EscapeDataString(answered))}";
        return Uri.TryCreate($"{to.ServiceUrl.TrimEnd('/')}/{path}", UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
                ? address
                : null;
    }

    private async Task<Delivery> Post(Uri address, string activity, CancellationToken cancellationToken)
    {
        var access = await tokens.Get(cancellationToken);
        if (access.Token is not { } token)
            return access.Trouble!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(MayTake);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(activity, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        try
        {
            using var response = await connector.SendAsync(request, patience.Token);
            var said = await response.Content.ReadAsStringAsync(patience.Token);
            if (response.StatusCode == System.Net.HttpStatusCode.Unauthorized)
                tokens.Drop(token);
            return response.IsSuccessStatusCode ? new Delivery.Done(IdOf(said)) : BotFrameworkErrors.Read((int)response.StatusCode, said, response.Headers.RetryAfter?.Delta);
        }
        catch (HttpRequestException trouble) when (NeverLeft(trouble))
        {
            return new Delivery.TryLater(TimeSpan.FromSeconds(5), "Không nối được tới Azure Bot.");
        }
        catch (Exception trouble) when (trouble is HttpRequestException or IOException || (trouble is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new Delivery.Unknown("Mất kết nối với Azure Bot khi đang gửi.");
        }
    }

    // { "id": "c7|0002" }
    private static string? IdOf(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.Text("id");
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
