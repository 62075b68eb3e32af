using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using ChatBot.Talk.Activities;
using ChatBot.Web.Channels;
using ChatBot.Web.Channels.Messenger;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace ChatBot.Web.Tests.Channels.Messenger;

/// <summary>Requests that no talk of tests/peers brings about, as we make them: its judges read them from the file this test keeps right.</summary>
public sealed class MessengerSentTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(7));

    // Indented, so that a change of one request is a change of a few lines.
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task The_requests_the_judges_read_are_those_we_make()
    {
        var file = Path.Combine(Repository.Root, "tests", "payloads", "messenger-sent.json");
        var now = Path.Combine(AppContext.BaseDirectory, Path.GetFileName(file));
        var platform = new Recording();
        foreach (var parcel in Parcels())
            Assert.IsType<Delivery.Done>(await Channel(platform).Send(parcel, TestContext.Current.CancellationToken));

        var text = JsonSerializer.Serialize(platform.Asked, Readable) + "\n";
        await File.WriteAllTextAsync(now, text, TestContext.Current.CancellationToken);

        Assert.True(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken) == text, $"Compare {now} with {file}; copy it there when the change is meant.");
    }

    private static IEnumerable<Parcel> Parcels()
    {
        var actions = new[] { CardAction.PostBack("Cần làm gì", "#can-lam-gi:thai-san"), CardAction.OpenUrl("Xem điều luật", "https://congdoan.example/luat/1"), new CardAction("call", "Gọi Công đoàn", JsonSerializer.SerializeToElement("+842438256789")) };
        var chips = Enumerable.Range(1, 14).Select(i => CardAction.PostBack($"{i}. Nghỉ việc phải báo trước bao lâu", $"#bai:so-{i}")).ToList();
        var words = Parcel(new Activity { Text = "Chị xem hồ sơ rồi, em nộp thêm bản sao sổ bảo hiểm nhé." }) with { ByPerson = true };

        yield return Parcel(new Activity { Text = "Sinh con được nghỉ 6 tháng.", Attachments = [new HeroCard(Buttons: actions).ToAttachment()], SuggestedActions = new([], chips[..2]) });
        yield return Parcel(new Activity { Attachments = [new HeroCard("Thai sản", "Nghỉ 6 tháng", Buttons: actions).ToAttachment(), new HeroCard("Thất nghiệp", Text: "Đóng đủ 12 tháng", Buttons: actions[..1]).ToAttachment()], SuggestedActions = new([], chips[..1]) });
        yield return Parcel(new Activity { Text = "Chọn một câu nhé.", SuggestedActions = new([], chips) });
        yield return Parcel(new Activity { Text = new string('ắ', 2001) });
        yield return words;
        yield return words with { LastHeardAt = Now.AddDays(-3) };
        yield return words with { Activity = new Activity(), File = new ParcelFile("Mẫu đơn.png", "image/png", "image"u8.ToArray()) };
        yield return words with { Activity = new Activity(), File = new ParcelFile("Hợp đồng lao động.pdf", "application/pdf", "%PDF-1.7"u8.ToArray()) };
    }

    private static Parcel Parcel(Activity activity) => new(7, new Address("1023", "24"), activity, ByPerson: false, Now.AddMinutes(-1));

    // The false Graph of the judges knows this token and this secret.
    private static MessengerChannel Channel(HttpMessageHandler platform)
    {
        var settings = Options.Create(new MessengerOptions { VerifyToken = "v", AppSecret = "peers-secret", AppId = "111", Pages = [new() { Id = "1023", AccessToken = "peers-token" }] });
        return new MessengerChannel(new HttpClient(platform), new MessengerFiles(new HttpClient(platform), settings), settings, new FakeTimeProvider(Now));
    }

    private sealed record Request(string Address, string Type, string Body);

    /// <summary>Takes everything, and remembers it with a boundary that is always the same.</summary>
    private sealed class Recording : HttpMessageHandler
    {
        public List<Request> Asked { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var type = request.Content!.Headers.ContentType!;
            var boundary = type.Parameters.FirstOrDefault(it => it.Name == "boundary")?.Value?.Trim('"') ?? "\0";
            Asked.Add(new(request.RequestUri!.PathAndQuery, type.ToString().Replace(boundary, "boundary-7", StringComparison.Ordinal), (await request.Content.ReadAsStringAsync(cancellationToken)).Replace(boundary, "boundary-7", StringComparison.Ordinal)));
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("""{"recipient_id":"24","message_id":"m_1"}""") };
        }
    }
}
