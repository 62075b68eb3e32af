using System.Net;
using ChatBot.Web.Channels.Messenger;
using ChatBot.Web.Conversations;
using ChatBot.Web.Data.Rows;
using ChatBot.Web.Tests.Houses;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatBot.Web.Tests.Channels.Messenger;

/// <summary>Files between a worker's phone and the desk, with a false Meta on a real socket.</summary>
public sealed class MessengerFileWalkTests : IAsyncLifetime
{
    private static readonly StaffMember Hoa = Some.Advisor();

    private readonly FalsePlatform held = new(HttpStatusCode.OK, "%PDF-1.7 hợp đồng");
    private FalseGraph graph = null!;
    private House house = null!;
    private MetaCaller meta = null!;

    private static string An => $"messenger:{Meta.Page}:24";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        graph = await FalseGraph.Open();
        house = await House.Open(Database.Sqlite, plan =>
        {
            foreach (var (name, value) in Meta.Settings(graph.Url))
                plan.Settings[name] = value;
            plan.Furnish = builder => builder.Services.AddHttpClient(nameof(MessengerFiles)).ConfigurePrimaryHttpMessageHandler(() => held);
        });
        meta = new MetaCaller(new Uri($"{house.Address}/webhooks/messenger"));
        graph.Echoes = meta;
    }

    public async ValueTask DisposeAsync()
    {
        meta.Dispose();
        await house.DisposeAsync();
        await graph.DisposeAsync();
    }

    [Fact]
    public async Task What_a_worker_sends_is_fetched_from_Meta_after_the_200_and_kept()
    {
        Assert.Equal(HttpStatusCode.OK, await meta.Post(Meta.Picture("24", "m_1", "https://scontent.xx.fbcdn.net/v/a.jpg?oh=1")));
        await house.Until(() => house.Read(db => db.Attachments.AnyAsync()));

        Assert.Equal("https://scontent.xx.fbcdn.net/v/a.jpg?oh=1", Assert.Single(held.Asked).Address.ToString());
        var file = await house.Read(db => db.Attachments.SingleAsync());
        Assert.Equal(("application/pdf", An), (file.MediaType, file.ConversationId));
    }

    [Fact]
    public async Task An_address_elsewhere_is_not_asked_and_both_sides_hear_it()
    {
        await meta.Post(Meta.Picture("24", "m_1", "https://169.254.169.254/latest"));
        await house.Until(() => house.Read(async db => await db.Said.AnyAsync() && !await db.Fetches.AnyAsync()));
        await house.Quiet();

        Assert.Empty(held.Asked);
        Assert.Contains(graph.Taken, it => it.Text.Contains("chưa gửi được tới tư vấn viên", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_advisors_file_goes_as_its_bytes_and_its_echo_silences_nobody()
    {
        await meta.Post(Meta.Text("24", "m_1", "chị ơi"));
        await house.Quiet();
        await house.Get<Handoffs>().Take(An, Hoa, Cancel);
        var file = await house.Get<OutgoingFiles>().Bring(An, Hoa, "mẫu đơn.png", Some.Picture, Cancel);

        Assert.Equal(HandoffResult.Done, await house.Get<Handoffs>().Say(An, Hoa, "Mẫu đây em", Cancel, files: [file.Id!.Value]));
        await Waiting.Until(() => graph.Taken.Count == 3);
        await house.Quiet();

        var sent = graph.Taken.Last();
        Assert.Equal("RESPONSE", (string?)sent.Body["messaging_type"]);
        Assert.Equal("image", (string?)sent.Body["message"]!["attachment"]!["type"]);
        Assert.Equal(Convert.ToBase64String(Some.Picture), (string?)sent.Body["filedata"]);
        Assert.True(await house.Read(db => db.Outbox.AllAsync(it => it.State == OutboxState.Sent)));
        Assert.Equal(Hoa.Id, await house.Read(db => db.Conversations.Select(it => it.Owner).SingleAsync()));
    }

    [Fact]
    public async Task After_24_hours_words_go_with_the_tag_and_files_do_not()
    {
        await meta.Post(Meta.Text("24", "m_1", "chị ơi"));
        await house.Quiet();
        await house.Get<Handoffs>().Take(An, Hoa, Cancel);
        var file = await house.Get<OutgoingFiles>().Bring(An, Hoa, "mẫu đơn.png", Some.Picture, Cancel);

        await house.Get<Handoffs>().Say(An, Hoa, "Chào em", Cancel);

        await house.After(TimeSpan.FromHours(24) + TimeSpan.FromSeconds(1));

        Assert.Equal(HandoffResult.FilesRefused, await house.Get<Handoffs>().Say(An, Hoa, "", Cancel, files: [file.Id!.Value]));
        Assert.Equal(HandoffResult.Done, await house.Get<Handoffs>().Say(An, Hoa, "Chữ thì được", Cancel));
        await Waiting.Until(() => graph.Taken.Count == 3);
        Assert.Equal("HUMAN_AGENT", (string?)graph.Taken.Last().Body["tag"]);
    }
}
