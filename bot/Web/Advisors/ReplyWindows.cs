using ChatBot.Web.Channels;
using ChatBot.Web.Conversations;
using ChatBot.Web.Conversations.Cases;
using ChatBot.Web.Data.Rows;

namespace ChatBot.Web.Advisors;

/// <summary>Until when an advisor may write in a conversation, asked of its channel.</summary>
public sealed class ReplyWindows(CaseClock clock, OutgoingFiles files)
{
    /// <summary>Why nothing can be sent, in Vietnamese; null while it can.</summary>
    public string? Closed(ConversationRow conversation, DateTimeOffset now)
    {
        var name = DeskWords.Channel(conversation.Channel);
        if (clock.WindowOf(conversation) is not { } window)
            return $"Kênh {name} đang tắt trên máy này nên chưa gửi được. Nhờ người quản trị bật lại kênh; trong lúc đó bạn vẫn ghi chú được.";
        if (window.IsOpen(now, byPerson: true))
            return null;
        if (window.MessagesLeft == 0)
            return $"{name} không cho nhắn thêm tới người này nữa. Khi người lao động nhắn lại, bạn gửi được ngay. Trong lúc đó bạn có thể ghi chú, chuyển hoặc kết thúc.";
        return conversation.LastHeardAt is null
            ? $"{name} không cho nhắn trước: người lao động phải viết cho mình trước đã. Bạn vẫn ghi chú được."
            : $"{name} chỉ cho trả lời đến {DeskWords.Moment(window.PersonUntil!.Value)}. Khi người lao động nhắn lại, bạn gửi được ngay. Trong lúc đó bạn có thể ghi chú, chuyển hoặc kết thúc.";
    }

    /// <summary>Which files can go now, or why none can, in Vietnamese.</summary>
    public (FileRoom? Room, string? Why) Files(ConversationRow conversation, DateTimeOffset now) => (files.RoomFor(conversation), clock.WindowOf(conversation)) switch
    {
        ({ } room, { } window) when window.IsOpenForFiles(now) => (room, null),
        ({ }, { FilesUntil: { } until }) => (null, $"{DeskWords.Channel(conversation.Channel)} chỉ cho gửi tệp đến {DeskWords.Moment(until)}. Giờ chỉ gửi được chữ bạn tự viết; người lao động nhắn lại thì gửi tệp được."),
        _ => (null, $"{DeskWords.Channel(conversation.Channel)} không gửi tệp được."),
    };

    /// <summary>Until when it can be sent; null: no limit, or it cannot.</summary>
    public DateTimeOffset? Until(ConversationRow conversation) => clock.WindowOf(conversation)?.PersonUntil;
}
