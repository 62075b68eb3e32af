using System.Net;
using System.Text.Json;
using ChatBot.Web.Channels;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using Lib.Net.Http.WebPush;
using Lib.Net.Http.WebPush.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ChatBot.Web.Staff.Reminders;

/// <summary>Reminders as notices of the browsers that take them (Web Push); encrypted, so that the push service reads nothing.</summary>
internal sealed class ReminderPush(
    IHttpClientFactory clients, PushKeys keys, IDbContextFactory<ChatDb> databases, GroupCommit store, IOptions<SiteOptions> site, IOptions<MailOptions> mail) : ReminderWay
{
    /// <summary>So long a push service keeps what a telephone that is off does not fetch: later ones say it anew.</summary>
    private static readonly TimeSpan Keeps = TimeSpan.FromHours(4);

    // A notice of a telephone shows no more, and a push service takes no more than 4 kilobytes.
    private const int MostLines = 5;

    public override async Task<Carried> Carry(Notice notice, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var browsers = await db.Pushes.AsNoTracking().Where(it => it.Staff == notice.To.Id).ToListAsync(cancellationToken);
        var each = new List<Carried>();
        foreach (var browser in browsers)
            each.Add(await Carry(notice, browser, cancellationToken));
        return new Carried(each.Any(it => it.WasSent), each.FirstOrDefault(it => it.Trouble is not null)?.Trouble);
    }

    private async Task<Carried> Carry(Notice notice, PushRow browser, CancellationToken cancellationToken)
    {
        var own = await keys.Read(cancellationToken);
        using var proof = new VapidAuthentication(own.PublicKey, own.PrivateKey) { Subject = Subject() };
        var to = new PushSubscription { Endpoint = browser.Endpoint };
        to.SetKey(PushEncryptionKeyName.P256DH, browser.Key);
        to.SetKey(PushEncryptionKeyName.Auth, browser.Secret);
        var words = new PushMessage(JsonSerializer.Serialize(new { title = notice.Title, text = Text(notice.Lines) }, JsonSerializerOptions.Web))
        {
            TimeToLive = (int)Keeps.TotalSeconds,
            Urgency = PushMessageUrgency.High,
        };
        try
        {
            await new PushServiceClient(clients.CreateClient(nameof(ReminderPush))) { AutoRetryAfter = false }.RequestPushMessageDeliveryAsync(to, words, proof, cancellationToken);
            return Carried.Sent;
        }
        catch (PushServiceClientException gone) when (gone.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone)
        {
            await store.Write((db, token) => db.Pushes.Where(it => it.Id == browser.Id).ExecuteDeleteAsync(token), cancellationToken);
            return Carried.NoWay;
        }
        catch (PushServiceClientException trouble)
        {
            return Carried.Failed($"dịch vụ thông báo {new Uri(browser.Endpoint).Host} trả lời {(int)trouble.StatusCode}");
        }
        catch (Exception trouble) when (trouble is HttpRequestException or OperationCanceledException)
        {
            return Carried.Failed($"không nối được dịch vụ thông báo {new Uri(browser.Endpoint).Host}");
        }
    }

    private static string Text(IReadOnlyList<string> lines) =>
        string.Join('\n', lines.Count <= MostLines ? lines : [.. lines.Take(MostLines), $"và {lines.Count - MostLines} vụ nữa"]);

    // Whom a push service may write to when something is wrong with what we send.
    private string? Subject() => site.Value.Url is { } url && url.StartsWith("https://", StringComparison.Ordinal) ? url
        : mail.Value.From is { Length: > 0 } from ? $"mailto:{from}" : null;
}
