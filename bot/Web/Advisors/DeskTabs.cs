using ChatBot.Web.Conversations;

namespace ChatBot.Web.Advisors;

/// <summary>The lists of the desk: their names, and how they stand in addresses.</summary>
internal static class DeskTabs
{
    public static readonly IReadOnlyList<DeskTab> All =
    [
        new(DeskList.Waiting, "cho", "Đang chờ", "waiting", "Không ai đang chờ. Khi có người cần gặp, cuộc trò chuyện hiện ra ở đây."),
        new(DeskList.Mine, "cua-toi", "Của tôi", "mine", "Bạn chưa nhận cuộc nào. Mở “Đang chờ” để nhận."),
        new(DeskList.Others, "dong-nghiep", "Đồng nghiệp", "others", "Không có cuộc nào đang do đồng nghiệp hay hộp thư của Trang trả lời."),
        new(DeskList.WithBot, "voi-bot", "Với bot", "bot", "Bot chưa trò chuyện với ai. Bạn đọc được mọi cuộc ở đây và nhận khi cần."),
        new(DeskList.Done, "da-xong", "Đã xong", "done", "Chưa có cuộc nào kết thúc."),
    ];

    public static DeskTab Of(string? slug) => All.FirstOrDefault(it => it.Slug == slug) ?? All[0];

    public static DeskTab Of(DeskList list) => All.First(it => it.List == list);
}

/// <param name="Slug">The value of `muc` in the address.</param>
/// <param name="Empty">What stands there when nobody does.</param>
public sealed record DeskTab(DeskList List, string Slug, string Title, string Icon, string Empty);
