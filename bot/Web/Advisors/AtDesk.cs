using System.Globalization;
using ChatBot.Web.Conversations;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using ChatBot.Web.Staff;

namespace ChatBot.Web.Advisors;

/// <summary>Why a conversation is not opened, in Vietnamese.</summary>
/// <param name="IsOtherUnit">It would be, for somebody who asks for the conversations of every team.</param>
public sealed record Refusal(string Why, bool IsOtherUnit = false);

/// <summary>What the advisor at this browser does, with a sentence about what came of it; null when it simply worked.</summary>
public sealed class AtDesk(CurrentStaff current, Handoffs handoffs, Desk desk, DeskChoices choices)
{
    public const int LongestAnswer = 20_000;

    private const int LongestQuote = 200;

    private const string SignedOut = "Phiên làm việc đã hết. Bạn đăng nhập lại rồi làm tiếp; chữ đang viết vẫn được giữ.";

    private const string Gone = "Không còn cuộc trò chuyện này.";

    public Task<string?> Take(string conversation) => Do(conversation, staff => handoffs.Take(conversation, staff, default), WhoWasFirst);

    public Task<string?> TakeOver(string conversation, string from) => Do(conversation, staff => handoffs.TakeOver(conversation, from, staff, default), WhoWasFirst);

    public Task<string?> Return(string conversation) => Do(conversation, staff => handoffs.Return(conversation, staff, default), NotYours);

    public Task<string?> End(string conversation, CaseResult result) => Do(conversation, staff => handoffs.End(conversation, staff, result, default), NotYours);

    public Task<string?> LeaveToBot(string conversation) => Do(conversation, staff => handoffs.LeaveToBot(conversation, staff, default), NotYours);

    public Task<string?> Pass(string conversation, Choice colleague) => Do(conversation, staff => handoffs.Pass(conversation, colleague.Id, staff, default), NotYours);

    public Task<string?> PassToUnit(string conversation, Choice unit) =>
        Do(conversation, staff => handoffs.PassToUnit(conversation, long.Parse(unit.Id, CultureInfo.InvariantCulture), staff, default), NotYours);

    /// <summary>Null: the advisor may read it.</summary>
    public async Task<Refusal?> Open(string conversation, bool allUnits)
    {
        if (await current.Sight(allUnits, default) is not { } sight)
            return new(SignedOut);
        try
        {
            return await handoffs.Open(conversation, sight, default) switch
            {
                HandoffResult.Done => null,
                HandoffResult.Conflict => new("Việc này liên quan đến nơi bạn làm việc, nên đồng nghiệp khác xử lý."),
                HandoffResult.OtherUnit => new(await OtherUnit(conversation), IsOtherUnit: true),
                _ => new(Gone),
            };
        }
        catch (StoreUnavailable)
        {
            return new("Máy chủ chưa ghi được nên chưa mở. Bạn thử lại sau ít giây.");
        }
    }

    public Task<string?> SendAgain(string conversation, long reply) => Do(conversation, staff => handoffs.SendAgain(conversation, reply, staff, default), NotYours);

    /// <param name="seen">The last line the advisor had before them; null: not asked.</param>
    /// <param name="files">Brought before; they follow the text.</param>
    public Task<string?> Say(string conversation, string text, long? seen = null, IReadOnlyList<long>? files = null) =>
        Write(text, words => Do(conversation, staff => handoffs.Say(conversation, staff, words, default, seen, files), NotYours, _ => Overtaken(conversation, seen)), mayBeEmpty: files is { Count: > 0 });

    public Task<string?> WriteNote(string conversation, string text) =>
        Write(text, words => Do(conversation, staff => handoffs.WriteNote(conversation, staff, words, default), NotYours));

    private static async Task<string?> Write(string text, Func<string, Task<string?>> write, bool mayBeEmpty = false) => text.Trim() switch
    {
        "" when !mayBeEmpty => "Bạn chưa viết gì.",
        { Length: > LongestAnswer } => $"Tin dài quá {LongestAnswer:N0} chữ. Bạn chia thành nhiều tin.",
        var words => await write(words),
    };

    private async Task<string?> Do(string conversation, Func<StaffMember, Task<HandoffResult>> deed, Func<string, StaffMember, Task<string?>> otherwise, Func<StaffMember, Task<string?>>? overtaken = null)
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
                HandoffResult.NobodyThere => "Người hoặc đơn vị được chọn không còn làm việc. Bạn chọn lại.",
                HandoffResult.FilesRefused => "Tệp kèm chưa gửi được: tệp đã gửi rồi, đã bị xóa, hoặc kênh đã hết thời hạn gửi tệp. Bạn bỏ tệp ra rồi gửi lại; chữ vẫn còn.",
                HandoffResult.Overtaken when overtaken is not null => await overtaken(staff),
                _ => Gone,
            };
        }
        catch (StoreUnavailable)
        {
            return "Máy chủ chưa ghi được, chưa có gì thay đổi. Bạn thử lại sau ít giây.";
        }
    }

    private async Task<string?> Overtaken(string conversation, long? seen)
    {
        var newer = (await desk.Transcript(conversation, seen ?? 0, default)).LastOrDefault(it => it.Said.Author is Author.Advisor or Author.Page)?.Said;
        var what = newer is null ? "Vừa có câu trả lời khác." : $"{newer.AuthorName ?? "Trang"} vừa trả lời: “{SaidWords.Of(newer).Brief(LongestQuote)}”.";
        return $"{what} Tin của bạn chưa gửi. Bạn đọc rồi bấm Gửi lần nữa nếu vẫn cần.";
    }

    private async Task<string> OtherUnit(string conversation)
    {
        var unit = await choices.UnitOf(conversation, default);
        var whom = unit.Members.Count > 0 ? $"{string.Join(", ", unit.Members)} hoặc trưởng ban" : "trưởng ban";
        return $"Việc này của {unit.Name}, không thuộc đơn vị của bạn. Bạn hỏi {whom}.";
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
