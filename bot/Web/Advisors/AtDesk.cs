using ChatBot.Web.Conversations;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using ChatBot.Web.Staff;

namespace ChatBot.Web.Advisors;

/// <summary>What the advisor at this browser does, with a sentence about what came of it; null when it simply worked.</summary>
public sealed class AtDesk(CurrentStaff current, Handoffs handoffs, Desk desk)
{
    public const int LongestAnswer = 20_000;

    private const string SignedOut = "Phiên làm việc đã hết. Bạn đăng nhập lại rồi làm tiếp; chữ đang viết vẫn được giữ.";

    public Task<string?> Take(string conversation) => Do(conversation, staff => handoffs.Take(conversation, staff, default), WhoWasFirst);

    public Task<string?> TakeOver(string conversation, string from) => Do(conversation, staff => handoffs.TakeOver(conversation, from, staff, default), WhoWasFirst);

    public Task<string?> Return(string conversation) => Do(conversation, staff => handoffs.Return(conversation, staff, default), NotYours);

    public Task<string?> End(string conversation, CaseResult result) => Do(conversation, staff => handoffs.End(conversation, staff, result, default), NotYours);

    /// <summary>Null: the advisor may read it.</summary>
    public Task<string?> Open(string conversation) => Do(conversation, staff => handoffs.Open(conversation, staff, default), NotYours);

    public Task<string?> SendAgain(string conversation, long reply) => Do(conversation, staff => handoffs.SendAgain(conversation, reply, staff, default), NotYours);

    public async Task<string?> Say(string conversation, string text) => text.Trim() switch
    {
        "" => "Bạn chưa viết gì.",
        { Length: > LongestAnswer } => $"Tin dài quá {LongestAnswer:N0} chữ. Bạn chia thành nhiều tin.",
        var words => await Do(conversation, staff => handoffs.Say(conversation, staff, words, default), NotYours),
    };

    private async Task<string?> Do(string conversation, Func<StaffMember, Task<HandoffResult>> deed, Func<string, StaffMember, Task<string?>> otherwise)
    {
        if (await current.Find(default) is not { } staff)
            return SignedOut;
        try
        {
            return await deed(staff) switch
            {
                HandoffResult.Done => null,
                HandoffResult.NotYours => await otherwise(conversation, staff),
                HandoffResult.Conflict => "Việc này liên quan đến nơi làm việc của người nhận, nên người khác phải xử lý.",
                HandoffResult.NobodyThere => "Người hoặc tổ được chọn không còn làm việc. Bạn chọn lại.",
                HandoffResult.Overtaken => "Vừa có câu trả lời khác gửi cho người này. Bạn đọc rồi bấm Gửi lần nữa nếu vẫn cần.",
                _ => "Không còn cuộc trò chuyện này.",
            };
        }
        catch (StoreUnavailable)
        {
            return "Máy chủ chưa ghi được, chưa có gì thay đổi. Bạn thử lại sau ít giây.";
        }
    }

    private async Task<string?> WhoWasFirst(string conversation, StaffMember staff) => await desk.Find(conversation, default) switch
    {
        { Conversation.Owner: var owner } when owner == staff.Id => null,
        { OwnerName: { } name } => $"{name} đã nhận trước bạn.",
        _ => "Cuộc trò chuyện vừa đổi người trả lời. Bạn xem lại rồi nhận.",
    };

    private async Task<string?> NotYours(string conversation, StaffMember staff) => await desk.Find(conversation, default) switch
    {
        { OwnerName: { } name } => $"{name} đang giữ cuộc trò chuyện này, nên chưa làm được.",
        _ => "Bạn không còn giữ cuộc trò chuyện này. Bấm Nhận rồi làm lại.",
    };
}
