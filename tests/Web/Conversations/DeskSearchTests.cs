using ChatBot.Talk;
using ChatBot.Web.Conversations;
using ChatBot.Web.Data.Rows;
using ChatBot.Web.Tests.Houses;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Tests.Conversations;

public sealed class DeskSearchTests
{
    private static readonly StaffMember Hoa = Some.Advisor();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnEveryDatabase]
    public async Task Names_texts_notes_and_case_numbers_are_found_without_accents_in_every_list(Database database)
    {
        await using var house = await House.Open(database, plan => plan.Bot = (before, activity) => new Turn(before, []) { Notes = [new Note.HandedOver(activity.Text!, false)] });
        await house.Hears("Công ty nợ lương tháng 9", "an");
        await house.Hears("Em bị đuổi việc, 100% oan", "binh");
        await house.Hears("Cho em hỏi", "chi");
        await house.Read(db => db.Conversations.Where(it => it.Person == "chi").ExecuteUpdateAsync(it => it.SetProperty(row => row.Name, "Đặng Thị Mỹ").SetProperty(row => row.FoldedName, "dang thi my")));
        await house.Get<Handoffs>().Take("false:p1:binh", Hoa, Cancel);
        await house.Get<Handoffs>().WriteNote("false:p1:binh", Hoa, "Đã gọi chủ tịch cơ sở", Cancel);

        Assert.Equal(["an"], await Found(house, new("no luong")));
        Assert.Equal(["an"], await Found(house, new("  LƯƠNG   nợ ")));
        Assert.Equal(["binh"], await Found(house, new("chu tich")));
        Assert.Equal(["chi"], await Found(house, new("dang my")));
        Assert.Equal(["binh"], await Found(house, new("2026-00002")));
        // Signs that mean "anything" to a database mean themselves here.
        Assert.Equal(["binh"], await Found(house, new("100%")));
        Assert.Empty(await Found(house, new("n_ luong")));
        Assert.Empty(await Found(house, new("luong duoi")));
    }

    [Theory, OnEveryDatabase]
    public async Task A_list_is_narrowed_by_channel_area_and_team_together(Database database)
    {
        await using var house = await House.Open(database, plan => plan.Bot = (before, activity) => new Turn(before, []) { Notes = [new Note.HandedOver(activity.Text!, false)] });
        foreach (var person in (string[])["an", "binh", "chi"])
            await house.Hears("Cần gặp người", person);
        await house.Read(db => db.Cases.Where(it => it.ConversationId != "false:p1:chi").ExecuteUpdateAsync(it => it.SetProperty(row => row.Area, "tien-luong")));
        await house.Read(db => db.Conversations.Where(it => it.Person != "an").ExecuteUpdateAsync(it => it.SetProperty(row => row.Unit, 7)));

        Assert.Equal(["an", "binh"], await Found(house, new(Area: "tien-luong")));
        Assert.Equal(["binh", "chi"], await Found(house, new(Unit: 7)));
        Assert.Equal(["binh"], await Found(house, new(Area: "tien-luong", Unit: 7, Channel: "false")));
        Assert.Empty(await Found(house, new(Channel: "zalo")));
        Assert.Equal(3, (await Found(house, new("  "))).Count);
    }

    private static async Task<List<string>> Found(House house, DeskSearch search) =>
        [.. (await house.Get<Desk>().List(DeskList.Waiting, new DeskSight(Hoa), Cancel, search)).Select(it => it.Conversation.Person).Order(StringComparer.Ordinal)];
}
