using ChatBot.Talk;
using ChatBot.Talk.Activities;
using ChatBot.Web.Channels;
using ChatBot.Web.Conversations;
using ChatBot.Web.Data.Rows;
using ChatBot.Web.Tests.Houses;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Tests.Conversations;

/// <summary>What workers send is kept for the advisors, or it is said that it is not.</summary>
public sealed class FileKeepingTests
{
    private const string An = "false:p1:an";

    private static readonly byte[] Program = [.. "MZ\0\0"u8];

    [Theory, OnEveryDatabase]
    public async Task A_picture_is_kept_once_with_its_line(Database database)
    {
        await using var house = await House.Open(database);
        var picture = Some.File("bang-luong.png", Some.Picture);

        await house.Brings(picture);
        await house.Brings(picture);
        await house.Quiet();

        var file = Assert.Single(await Files(house));
        Assert.Equal(("bang-luong.png", "image/png", (long)Some.Picture.Length, Author.Worker), (file.Name, file.MediaType, file.Size, file.Author));
        Assert.Equal(Some.Picture, file.Content);
        var line = Assert.Single(await Transcript(house), it => it.Files.Count > 0);
        Assert.Equal((Author.Worker, file.Id), (line.Said.Author, Assert.Single(line.Files).Id));
    }

    [Theory, OnEveryDatabase]
    public async Task A_program_named_as_a_picture_is_kept_out_and_both_sides_hear_why(Database database)
    {
        await using var house = await House.Open(database);

        await house.Brings(Some.File("anh.jpg", Program));
        await house.Quiet();

        Assert.Empty(await Files(house));
        Assert.StartsWith("Tệp “anh.jpg” chưa gửi được tới tư vấn viên. Tệp này không phải ảnh dù tên là .jpg.", house.Channel.Texts[0], StringComparison.Ordinal);
        Assert.Contains(await Lines(house, Author.System), it => it!.StartsWith("Không giữ được tệp “anh.jpg” của người lao động.", StringComparison.Ordinal));
    }

    [Theory, OnEveryDatabase]
    public async Task While_an_advisor_is_there_the_bot_says_nothing_of_it(Database database)
    {
        await using var house = await House.Open(database);
        await house.Hears("chào");
        await house.Get<Handoffs>().Take(An, Some.Advisor(), TestContext.Current.CancellationToken);
        var said = (await Lines(house, Author.Bot)).Count;

        await house.Brings(Some.File("anh.jpg", Program));
        await house.Quiet();

        Assert.Equal(said, (await Lines(house, Author.Bot)).Count);
        Assert.Contains(await Lines(house, Author.System), it => it!.StartsWith("Không giữ được tệp “anh.jpg”", StringComparison.Ordinal));
    }

    [Theory, OnEveryDatabase]
    public async Task More_files_in_a_day_than_the_setting_says_are_kept_out(Database database)
    {
        await using var house = await House.Open(database, plan => plan.Settings["Files:MostPerDay"] = "2");
        for (var i = 0; i < 3; i++)
            await house.Brings(Some.File($"{i}.png", Some.Picture));
        Assert.Equal(2, (await Files(house)).Count);

        await house.After(TimeSpan.FromHours(25));
        await house.Brings(Some.File("3.png", Some.Picture));

        Assert.Equal(["0.png", "1.png", "3.png"], (await Files(house)).Select(it => it.Name));
    }

    [Theory, OnEveryDatabase]
    public async Task What_the_platform_holds_is_fetched_and_tried_again(Database database)
    {
        await using var house = await House.Open(database);
        house.Channel.FetchesNext(new Fetched.TryLater("Bận."));
        house.Channel.FetchesNext(new Fetched.Done(Some.Picture));

        await house.Brings(Some.FileElsewhere("https://cdn.example/anh"));
        await house.Until(() => house.Read(db => db.Fetches.AnyAsync(it => it.Tries == 1 && it.DueAt == house.Clock.GetUtcNow() + TimeSpan.FromSeconds(10))));
        Assert.Empty(await Files(house));
        await house.After(TimeSpan.FromSeconds(10));
        await house.Until(() => house.Read(async db => !await db.Fetches.AnyAsync()));

        Assert.Equal(["https://cdn.example/anh", "https://cdn.example/anh"], house.Channel.Fetched);
        Assert.Equal("image.png", Assert.Single(await Files(house)).Name);
        Assert.Single(await Transcript(house), it => it.Files.Count == 1 && it.Said.Author == Author.Worker);
    }

    [Theory, OnEveryDatabase]
    public async Task What_never_comes_is_given_up_and_both_sides_hear_why(Database database)
    {
        await using var house = await House.Open(database);
        for (var i = 0; i < 6; i++)
            house.Channel.FetchesNext(new Fetched.TryLater("Máy chủ bận."));

        await house.Brings(Some.FileElsewhere("https://cdn.example/anh"));
        for (var tries = 1; tries <= 6; tries++)
        {
            var whileItTries = house.Clock.GetUtcNow() + TimeSpan.FromMinutes(2);
            await house.Until(() => house.Read(async db => house.Channel.Fetched.Count == tries && !await db.Fetches.AnyAsync(it => it.DueAt == whileItTries)));
            await house.After(TimeSpan.FromHours(6));
        }

        await house.Until(() => house.Read(async db => !await db.Fetches.AnyAsync()));
        await house.Quiet();
        Assert.Equal(6, house.Channel.Fetched.Count);
        Assert.Contains("Không giữ được tệp “image” của người lao động. Máy chủ bận.", await Lines(house, Author.System));
        Assert.Contains(house.Channel.Texts, it => it.StartsWith("Tệp “image” chưa gửi được tới tư vấn viên. Máy chủ bận.", StringComparison.Ordinal));
    }

    [Theory, OnEveryDatabase]
    public async Task Files_go_when_the_worker_asks_for_deletion_also_those_on_their_way(Database database)
    {
        await using var house = await House.Open(database, plan => plan.Bot = (before, activity) => activity.Text == "xóa"
            ? new Turn(before, [new Activity { Text = "Mình sẽ xóa." }]) { Notes = [new Note.DeletionAsked()] }
            : new Turn(before, []));
        for (var i = 0; i < 9; i++)
            house.Channel.FetchesNext(new Fetched.TryLater("Bận."));
        await house.Brings(Some.File("cua-an.png", Some.Picture), Some.FileElsewhere("https://cdn.example/anh"), Some.File("cua-binh.png", Some.Picture, "bình"));
        await house.Quiet();

        await house.Hears("xóa");
        await house.After(TimeSpan.FromSeconds(2));
        await house.Until(() => house.Read(db => db.Conversations.AllAsync(it => it.EraseAfter == null)));

        Assert.Equal("cua-binh.png", Assert.Single(await Files(house)).Name);
        Assert.Empty(await house.Read(db => db.Fetches.ToListAsync()));
    }

    private static Task<List<AttachmentRow>> Files(House house) => house.Read(db => db.Attachments.AsNoTracking().OrderBy(it => it.Id).ToListAsync());

    private static Task<IReadOnlyList<TranscriptLine>> Transcript(House house) => house.Get<Desk>().Transcript(An, 0, TestContext.Current.CancellationToken);

    private static async Task<IReadOnlyList<string?>> Lines(House house, Author author) =>
        [.. (await Transcript(house)).Where(it => it.Said.Author == author).Select(it => ActivityJson.Read(it.Said.Activity).Text)];
}
