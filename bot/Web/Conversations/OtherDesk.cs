using System.Globalization;
using ChatBot.Talk.Activities;
using ChatBot.Talk.Handoff;
using ChatBot.Web.Channels;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;

namespace ChatBot.Web.Conversations;

/// <summary>Another desk that was called: its words go to the worker as a person's, and when it cannot be reached the conversation is for our advisors alone.</summary>
public sealed class OtherDesk(GroupCommit store, Outbox outbox, Owners owners, OutsideDesk outside, Bells bells, LiveFeed feed, TimeProvider time)
{
    /// <inheritdoc cref="HearDesk"/>
    public async Task<DeskHeard> Hear(string conversation, Activity said, CancellationToken cancellationToken)
    {
        var heard = await store.Write<DeskHeard>(async (db, token) => await db.Lock(conversation, token) switch
        {
            null => new DeskHeard.Unknown(),
            { AtOtherDesk: false } => new DeskHeard.NotCalled(),
            var row => new DeskHeard.Taken(await Follow(db, row, said, token)),
        }, cancellationToken);
        bells.Replies.Ring();
        feed.Tell(conversation);
        return heard;
    }

    /// <summary>What it was to hear did not reach it. To be called inside a unit that holds the conversation (<see cref="ChatDb.Lock"/>).</summary>
    public async Task Lost(ChatDb db, ConversationRow row, string? why, CancellationToken cancellationToken)
    {
        if (!row.AtOtherDesk)
            return;
        db.Said.Add(owners.Line(row, $"Không gọi được bàn trực bên ngoài. {why}"));
        await outbox.LeaveOtherDesk(db, row, time.GetUtcNow(), cancellationToken);
        await outside.Follow(db, row, IncomingKind.FailedOutside, cancellationToken);
    }

    private async Task<string> Follow(ChatDb db, ConversationRow row, Activity said, CancellationToken cancellationToken)
    {
        if (DeskStatus.Read(said) is { } kind)
            // Whoever goes before having come has not advised anybody.
            await outside.Follow(db, row, said.Type == ActivityTypes.EndOfConversation && row.Speaker == Speaker.WaitingForAdvisor ? IncomingKind.FailedOutside : kind, cancellationToken);
        // "Is typing" and the like are over before anybody could see them.
        if (said.Type != ActivityTypes.Message)
            return Guid.NewGuid().ToString("N");
        if (row.Speaker != Speaker.Advisor)
            await outside.Follow(db, row, IncomingKind.TakenOutside, cancellationToken);
        var words = new Words(said with { From = null }, Author.Advisor, time.GetUtcNow()) { AuthorName = said.From?.Name is { Length: > 0 } name ? name : null };
        var reply = await outbox.Put(db, row, words, cancellationToken);
        await owners.Answered(db, row, cancellationToken);
        return reply.Id.ToString(CultureInfo.InvariantCulture);
    }
}
