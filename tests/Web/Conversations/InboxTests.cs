using ChatBot.Web.Data.Rows;
using ChatBot.Web.Tests.Houses;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Tests.Conversations;

public sealed class InboxTests
{
    [Theory, OnEveryDatabase]
    public async Task A_message_is_stored_once_and_answered_once_however_often_the_platform_brings_it(Database database)
    {
        await using var house = await House.Open(database);
        var message = Some.Message("Tôi được nghỉ mấy ngày?");

        await house.Brings(message, message);
        await house.Quiet();
        await house.Brings(message);
        await house.Quiet();

        Assert.Equal(["Về: Tôi được nghỉ mấy ngày?"], house.Channel.Texts);
        Assert.Equal(1, await house.Read(db => db.Inbox.CountAsync()));
        Assert.Equal([Author.Worker, Author.Bot], await house.Read(db => db.Said.OrderBy(it => it.Id).Select(it => it.Author).ToListAsync()));
    }
}
