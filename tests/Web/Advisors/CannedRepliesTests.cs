using ChatBot.Web.Advisors;
using ChatBot.Web.Tests.Houses;

namespace ChatBot.Web.Tests.Advisors;

public sealed class CannedRepliesTests
{
    [Theory, OnEveryDatabase]
    public async Task Each_has_own_ones_and_only_a_head_keeps_the_shared_ones(Database database)
    {
        await using var house = await House.Open(database);
        var (canned, hoa, nam) = (house.Get<CannedReplies>(), Some.Advisor(), Some.Advisor("Anh Nam"));
        var hello = new CannedDraft("/Chào Hỏi", "Chào", "Chào {ten}", false);

        Assert.Null(await canned.Keep(null, hello, hoa, isHead: false));
        Assert.Null(await canned.Keep(null, hello, nam, isHead: true));
        Assert.Null(await canned.Keep(null, hello with { IsShared = true }, nam, isHead: true));
        Assert.Contains("Đã có câu mẫu", await canned.Keep(null, hello with { Title = "Khác" }, hoa, isHead: false), StringComparison.Ordinal);
        Assert.Contains("trưởng ban", await canned.Keep(null, hello with { IsShared = true }, hoa, isHead: false), StringComparison.Ordinal);

        var mine = await canned.List(hoa.Id, TestContext.Current.CancellationToken);
        Assert.Equal([("chao-hoi", hoa.Id), ("chao-hoi", null)], mine.Select(it => (it.Shortcut, it.Owner)));
        Assert.NotNull(await canned.Delete(mine[1].Id, hoa, isHead: false));
        Assert.NotNull(await canned.Keep(mine[0].Id, hello, nam, isHead: true));
        Assert.Null(await canned.Keep(mine[0].Id, hello with { Text = "Chào bạn" }, hoa, isHead: false));
        Assert.Null(await canned.Delete(mine[1].Id, nam, isHead: true));
        Assert.Equal("Chào bạn", Assert.Single(await canned.List(hoa.Id, TestContext.Current.CancellationToken)).Text);
    }
}
