using ChatBot.Talk.Handoff;
using ChatBot.Web.Conversations;
using ChatBot.Web.Conversations.Cases;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using ChatBot.Web.Staff;

namespace ChatBot.Web.Advisors;

/// <summary>What the advisor at this browser writes into a case file, with a sentence about what is in the way; null when it worked.</summary>
public sealed class AtCase(CurrentStaff current, CaseDeeds deeds, PersonLinks links, Elsewhere elsewhere)
{
    public Task<string?> SetArea(string conversation, string? area) => Do(staff => deeds.SetArea(conversation, staff, area is { Length: > 0 } ? area : null, default));

    public Task<string?> SetUrgent(string conversation, bool urgent) => Do(staff => deeds.SetUrgent(conversation, staff, urgent, default));

    public async Task<string?> SetEmployer(string conversation, string? employer) => employer?.Trim().Normalize() switch
    {
        { Length: > CaseDeeds.LongestEmployer } => $"Tên nơi làm việc dài quá {CaseDeeds.LongestEmployer} chữ.",
        var name => await Do(staff => deeds.SetEmployer(conversation, staff, name is { Length: > 0 } ? name : null, default)),
    };

    public async Task<string?> AddLabel(string conversation, string? name) => name?.Trim() switch
    {
        null or "" => "Bạn chưa viết tên nhãn.",
        { Length: > CaseDeeds.LongestLabel } => $"Tên nhãn dài quá {CaseDeeds.LongestLabel} chữ.",
        var words => await Do(staff => deeds.AddLabel(conversation, staff, words, default)),
    };

    public Task<string?> RemoveLabel(string conversation, long label) => Do(staff => deeds.RemoveLabel(conversation, staff, label, default));

    /// <param name="today">A breach nobody can have discovered yet is a slip of the hand.</param>
    public async Task<string?> SetClaim(string conversation, ClaimKind? kind, DateOnly? discovered, DateOnly today) => (kind, discovered) switch
    {
        (null, null) => await Do(staff => deeds.SetClaim(conversation, staff, null, default)),
        (null, _) => "Bạn chọn loại tranh chấp.",
        (_, null) => "Bạn nhập ngày phát hiện quyền bị vi phạm.",
        (_, { } day) when day > today => "Ngày phát hiện không thể sau hôm nay.",
        (_, { Year: < 2000 }) => "Bạn xem lại năm của ngày phát hiện.",
        ({ } what, { } day) => await Do(staff => deeds.SetClaim(conversation, staff, (what, day), default)),
    };

    public async Task<string?> Refer(string conversation, Referral referral, DateOnly today)
    {
        if (referral.Trouble(today) is { } trouble)
            return trouble;
        return await Do(staff => deeds.Refer(conversation, staff, referral, default));
    }

    /// <param name="allUnits">They asked for the conversations of every team.</param>
    public Task<string?> Link(string conversation, string other, bool allUnits) => Do(_ => Seeing(allUnits, sight => links.Link(conversation, other, sight, default)));

    /// <inheritdoc cref="Link"/>
    public Task<string?> Unlink(string conversation, bool allUnits) => Do(_ => Seeing(allUnits, sight => links.Unlink(conversation, sight, default)));

    /// <summary>Conversations this one could be linked with; null: they could not be read.</summary>
    public async Task<IReadOnlyList<ConversationRow>?> Seek(string conversation, DeskSearch search)
    {
        try
        {
            return await current.Sight(search.AllUnits, default) is { } sight ? await elsewhere.Seek(conversation, search, sight, default) : null;
        }
        catch (Exception trouble) when (StoreUnavailable.From(trouble) is not null)
        {
            return null;
        }
    }

    private async Task<HandoffResult> Seeing(bool allUnits, Func<DeskSight, Task<HandoffResult>> deed) =>
        await current.Sight(allUnits, default) is { } sight ? await deed(sight) : HandoffResult.NotYours;

    private async Task<string?> Do(Func<StaffMember, Task<HandoffResult>> deed)
    {
        if (await current.Find(default) is not { } staff)
            return "Phiên làm việc đã hết. Bạn đăng nhập lại rồi làm tiếp.";
        try
        {
            return await deed(staff) switch
            {
                HandoffResult.Done => null,
                HandoffResult.Conflict => "Việc này liên quan đến nơi làm việc của bạn, nên người khác phải xử lý.",
                HandoffResult.NotYours => "Vụ việc đã kết thúc hoặc đồng nghiệp đang giữ, nên chưa sửa được hồ sơ.",
                HandoffResult.OtherUnit => "Cuộc trò chuyện kia thuộc đơn vị khác, nên bạn chưa ghi được.",
                HandoffResult.Already => "Đã như vậy rồi: có người vừa làm trước.",
                _ => "Không còn cuộc trò chuyện này.",
            };
        }
        catch (StoreUnavailable)
        {
            return "Máy chủ chưa ghi được, chưa có gì thay đổi. Bạn thử lại sau ít giây.";
        }
    }
}
