using System.Net;
using System.Net.Http.Headers;
using System.Text;
using ChatBot.Talk.Activities;

namespace ChatBot.Web.Channels.BotFramework;

/// <summary>What a refusal means for the activity, by its status, its body and when to come again.</summary>
public delegate Delivery ReadRefusal(int status, string body, TimeSpan? retryAfter);

/// <summary>Posts activities with our token, and tells what came of it.</summary>
/// <param name="whom">To whom they go, for the staff.</param>
public sealed class ActivityPost(HttpClient http, BotFrameworkTokens tokens, string whom, ReadRefusal readRefusal)
{
    private static readonly TimeSpan MayTake = TimeSpan.FromSeconds(10);

    /// <param name="address">Only an address that our token may travel to.</param>
    public async Task<Delivery> Send(Uri address, Activity activity, CancellationToken cancellationToken)
    {
        var json = ActivityJson.Write(activity);
        var (delivery, code) = await Once(address, json, cancellationToken);
        // A token may be taken back before its time: once more with a new one.
        return code == HttpStatusCode.Unauthorized ? (await Once(address, json, cancellationToken)).Delivery : delivery;
    }

    private async Task<(Delivery Delivery, HttpStatusCode? Code)> Once(Uri address, string activity, CancellationToken cancellationToken)
    {
        var access = await tokens.Get(cancellationToken);
        if (access.Token is not { } token)
            return (access.Trouble!, null);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(MayTake);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(activity, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        try
        {
            using var response = await http.SendAsync(request, patience.Token);
            var said = await response.Content.ReadAsStringAsync(patience.Token);
            if (response.StatusCode == HttpStatusCode.Unauthorized)
                tokens.Drop(token);
            // { "id": "c7|0002" }
            return (response.IsSuccessStatusCode ? new Delivery.Done(JsonReading.In(said, null, root => root.Id("id"))) : readRefusal((int)response.StatusCode, said, response.Headers.RetryAfter?.Delta), response.StatusCode);
        }
        catch (HttpRequestException trouble) when (Channel.NeverLeft(trouble))
        {
            return (new Delivery.TryLater(TimeSpan.FromSeconds(5), $"Không nối được tới {whom}."), null);
        }
        catch (Exception trouble) when (trouble is HttpRequestException or IOException || (trouble is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return (new Delivery.Unknown($"Mất kết nối với {whom} khi đang gửi."), null);
        }
    }
}
