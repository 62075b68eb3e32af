using ChatBot.Talk.Handoff;
using ChatBot.Web.Channels;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;

namespace ChatBot.Web.Conversations;

/// <summary>What people do who answer elsewhere: in the Page's inbox, or at a channel's own desk. To be called inside a unit that holds the conversation (<see cref="ChatDb.Lock"/>).</summary>
public sealed class OutsideDesk(Owners owners, Outbox outbox, TimeProvider time)
{
    public async Task Follow(ChatDb db, ConversationRow row, IncomingKind kind, CancellationToken cancellationToken)
    {
        switch (kind)
        {
            case IncomingKind.AnsweredOutside:
                await outbox.LeaveOtherDesk(db, row, time.GetUtcNow(), cancellationToken);
                await owners.Change(db, row, new Move(HandoffEvent.AnsweredOutside), cancellationToken);
                await owners.Answered(db, row, cancellationToken);
                break;
            // An advisor of ours has it, or the bot again: word of the other desk comes too late.
            case var _ when row.Owner is not null || row.Speaker == Speaker.Bot:
                break;
            case IncomingKind.TakenOutside:
                await owners.Change(db, row, new Move(HandoffEvent.AnsweredOutside), cancellationToken);
                await owners.Answered(db, row, cancellationToken);
                db.Said.Add(owners.Line(row, "Bàn trực bên ngoài đã nhận cuộc trò chuyện."));
                break;
            case IncomingKind.EndedOutside:
                row.AtOtherDesk = false;
                await BackToBot(db, row, cancellationToken);
                break;
            case IncomingKind.FailedOutside:
                row.AtOtherDesk = false;
                await owners.Change(db, row, new Move(HandoffEvent.AdvisorReturns), cancellationToken);
                db.Said.Add(owners.Line(row, "Bàn trực bên ngoài không nhận được; cuộc trò chuyện chờ ở hàng chờ này."));
                break;
        }
    }

    private async Task BackToBot(ChatDb db, ConversationRow row, CancellationToken cancellationToken)
    {
        var comesBack = row.Speaker == Speaker.Advisor;
        await owners.Change(db, row, new Move(HandoffEvent.AdvisorEnds) { Result = CaseResult.Advised }, cancellationToken);
        db.Said.Add(owners.Line(row, "Bàn trực bên ngoài đã kết thúc, bot trả lời tiếp."));
        row.EndedAt = time.GetUtcNow();
        row.Memory = Memory.Write(Memory.Read(row) with { ComesBack = comesBack });
    }
}
