using ChatBot.Talk.Activities;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;

namespace ChatBot.Web.Conversations;

/// <summary>What follows when something of the bot's will never leave. Nothing fails silently: the worker asked and has heard nothing, or the other desk has not heard the worker.</summary>
public sealed class UnsentReplies(Owners owners, OtherDesk otherDesk)
{
    internal async Task Mend(ChatDb db, OutboxRow reply, Fate fate, CancellationToken cancellationToken)
    {
        if (fate.State is not (OutboxState.Parked or OutboxState.Refused) || reply.Author != Author.Bot || await db.Lock(reply.ConversationId, cancellationToken) is not { } conversation)
            return;
        if (reply.Channel != conversation.Channel)
            await Lose(db, reply, conversation, fate, cancellationToken);
        else if (fate.State == OutboxState.Parked)
            await owners.Call(db, conversation, "Câu trả lời của bot không gửi được, cần người xem lại.", urgent: false, cancellationToken);
    }

    // A farewell that nobody hears changes nothing.
    private async Task Lose(ChatDb db, OutboxRow reply, ConversationRow conversation, Fate fate, CancellationToken cancellationToken)
    {
        if (ActivityJson.Read(reply.Activity).Type != ActivityTypes.EndOfConversation)
            await otherDesk.Lost(db, conversation, fate.Why, cancellationToken);
    }
}
