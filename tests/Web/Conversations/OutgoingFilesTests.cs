using ChatBot.Web.Channels;
using ChatBot.Web.Conversations;
using ChatBot.Web.Data.Rows;
using ChatBot.Web.Tests.Houses;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Tests.Conversations;

/// <summary>Files an advisor sends go the way of their words.</summary>
public sealed class OutgoingFilesTests
{
    private const string An = "false:p1:an";

    private static readonly StaffMember Hoa = Some.Advisor();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnEveryDatabase]
    public async Task Files_follow_the_words_in_their_order_each_a_message(Database database)
    {
        await using var house = await WithHoa(database);
        var (first, second) = (await Bring(house, "mau-don.png"), await Bring(house, "bang-luong.png"));

        Assert.Equal(HandoffResult.Done, await Say(house, "Chị gửi em mẫu đơn", second, first));
        await house.Quiet();

        Assert.Equal([null, "bang-luong.png", "mau-don.png"], house.Channel.Carried.TakeLast(3).Select(it => it.File?.Name));
        Assert.Equal("Chị gửi em mẫu đơn", house.Channel.Carried[^3].Activity.Text);
        Assert.Equal(Some.Picture, house.Channel.Carried[^1].File!.Content);
        Assert.All(house.Channel.Carried.TakeLast(3), it => Assert.True(it.ByPerson));
        var lines = (await house.Get<Desk>().Transcript(An, 0, Cancel)).TakeLast(2);
        Assert.Equal([second, first], lines.Select(it => Assert.Single(it.Files).Id));
        Assert.All(lines, it => Assert.Equal(OutboxState.Sent, it.State));
    }

    [Theory, OnEveryDatabase]
    public async Task A_file_goes_once_and_alone_too(Database database)
    {
        await using var house = await WithHoa(database);
        var file = await Bring(house, "mau-don.png");

        Assert.Equal(HandoffResult.Done, await Say(house, "", file));
        Assert.Equal(HandoffResult.FilesRefused, await Say(house, "lần nữa", file));
        await house.Quiet();

        Assert.Single(house.Channel.Carried, it => it.File is not null);
        Assert.DoesNotContain("lần nữa", house.Channel.Texts);
    }

    [Theory, OnEveryDatabase]
    public async Task Only_the_owner_brings_files_and_only_their_own_are_sent(Database database)
    {
        await using var house = await WithHoa(database);
        var file = await Bring(house, "mau-don.png");
        var nam = Some.Advisor("Anh Nam");

        Assert.Equal("Bạn không còn giữ cuộc trò chuyện này nên chưa kèm tệp được.", (await house.Get<OutgoingFiles>().Bring(An, nam, "a.png", Some.Picture, Cancel)).Trouble);
        Assert.Equal(HandoffResult.NotYours, await house.Get<Handoffs>().Say(An, nam, "", Cancel, files: [file]));
        await house.Get<Handoffs>().TakeOver(An, Hoa.Id, nam, Cancel);
        Assert.Equal(HandoffResult.FilesRefused, await house.Get<Handoffs>().Say(An, nam, "", Cancel, files: [file]));
        await house.Quiet();

        Assert.DoesNotContain(house.Channel.Carried, it => it.File is not null);
    }

    [Theory, OnEveryDatabase]
    public async Task A_program_named_as_a_picture_is_not_taken(Database database)
    {
        await using var house = await WithHoa(database);

        var brought = await house.Get<OutgoingFiles>().Bring(An, Hoa, "anh.jpg", [.. "MZ\0\0"u8], Cancel);

        Assert.StartsWith("Tệp này không phải ảnh dù tên là .jpg.", brought.Trouble, StringComparison.Ordinal);
        Assert.False(await house.Read(db => db.Attachments.AnyAsync()));
    }

    [Theory, OnEveryDatabase]
    public async Task A_picture_larger_than_the_channel_carries_is_not_taken(Database database)
    {
        await using var house = await WithHoa(database);
        var large = new byte[(8 * 1024 * 1024) + 1];
        Some.Picture.CopyTo(large, 0);

        Assert.Equal("Tệp nặng hơn 8 MB. Kênh này không chở được.", (await house.Get<OutgoingFiles>().Bring(An, Hoa, "anh.png", large, Cancel)).Trouble);
    }

    [Theory, OnEveryDatabase]
    public async Task What_was_chosen_and_never_sent_is_dropped_or_forgotten_after_a_day(Database database)
    {
        await using var house = await WithHoa(database);
        var (dropped, old) = (await Bring(house, "bo.png"), await Bring(house, "cu.png"));
        await house.Get<OutgoingFiles>().Drop(dropped, Some.Advisor("Anh Nam"), Cancel);
        Assert.Equal(2, await house.Read(db => db.Attachments.CountAsync()));

        await house.Get<OutgoingFiles>().Drop(dropped, Hoa, Cancel);
        Assert.Equal([old], await house.Read(db => db.Attachments.Select(it => it.Id).ToListAsync()));
        await house.After(TimeSpan.FromMinutes(1441));
        await house.Get<Handoffs>().Take(An, Hoa, Cancel);
        var fresh = await Bring(house, "moi.png");

        Assert.Equal([fresh], await house.Read(db => db.Attachments.Select(it => it.Id).ToListAsync()));
    }

    [Theory, OnEveryDatabase]
    public async Task A_file_deleted_on_its_way_is_refused_with_the_reason(Database database)
    {
        await using var house = await WithHoa(database);
        var file = await Bring(house, "mau-don.png");
        house.Channel.AnswersNext(new Delivery.TryLater(TimeSpan.FromSeconds(30), "Bận."));
        await Say(house, "Chị gửi em", file);
        await house.Quiet();

        await house.Read(db => db.Attachments.ExecuteDeleteAsync());
        await house.After(TimeSpan.FromSeconds(31));

        var reply = await house.Read(db => db.Outbox.OrderByDescending(it => it.Id).FirstAsync());
        Assert.Equal((OutboxState.Refused, "Tệp này đã bị xóa."), (reply.State, reply.Why));
    }

    [Theory]
    [InlineData(0, HandoffResult.Done)]
    [InlineData(1, HandoffResult.FilesRefused)]
    public async Task Files_go_to_the_last_second_of_their_window_and_words_longer(int secondsLater, HandoffResult expected)
    {
        await using var house = await WithHoa(Database.Sqlite, plan => plan.Channel.FilesMay = TimeSpan.FromHours(1));
        var file = await Bring(house, "mau-don.png");

        await house.After(TimeSpan.FromHours(1) + TimeSpan.FromSeconds(secondsLater));
        await house.Get<Handoffs>().Take(An, Hoa, Cancel);

        Assert.Equal(expected, await Say(house, "", file));
        Assert.Equal(HandoffResult.Done, await Say(house, "chữ thì được"));
    }

    [Fact]
    public async Task A_file_that_waits_past_its_window_is_refused_with_the_reason()
    {
        await using var house = await WithHoa(Database.Sqlite, plan => plan.Channel.FilesMay = TimeSpan.FromHours(1));
        var file = await Bring(house, "mau-don.png");
        house.Channel.AnswersNext(new Delivery.TryLater(TimeSpan.FromHours(2), "Bận."));
        await Say(house, "", file);
        await house.Quiet();

        await house.After(TimeSpan.FromHours(2) + TimeSpan.FromSeconds(1));

        Assert.StartsWith("Đã quá thời hạn nền tảng cho gửi tệp", await house.Read(db => db.Outbox.OrderByDescending(it => it.Id).Select(it => it.Why).FirstAsync()), StringComparison.Ordinal);
    }

    private static async Task<House> WithHoa(Database database, Action<HousePlan>? change = null)
    {
        var house = await House.Open(database, change);
        await house.Hears("chào");
        await house.Get<Handoffs>().Take(An, Hoa, Cancel);
        return house;
    }

    private static async Task<long> Bring(House house, string name)
    {
        var brought = await house.Get<OutgoingFiles>().Bring(An, Hoa, name, Some.Picture, Cancel);
        Assert.Null(brought.Trouble);
        return brought.Id!.Value;
    }

    private static Task<HandoffResult> Say(House house, string text, params long[] files) => house.Get<Handoffs>().Say(An, Hoa, text, Cancel, files: files);
}
