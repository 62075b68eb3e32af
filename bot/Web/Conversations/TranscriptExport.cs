using System.Text.Json;
using ChatBot.Talk.Activities;
using ChatBot.Web.Channels;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;

namespace ChatBot.Web.Conversations;

/// <summary>Gives a conversation away as other tools read it: the Bot Framework's transcript format, a JSON array of activities, `.transcript`.</summary>
public sealed class TranscriptExport(Desk desk, Handoffs handoffs, GroupCommit store, TimeProvider time)
{
    private static readonly ChannelAccount Bot = new("tro-ly-cong-doan", "Trợ lý Công đoàn", "bot");

    /// <summary>What was said and has arrived, without our own lines and notes, and without the bytes of files; null when this person may not open the conversation. It is noted in the audit trail.</summary>
    public async Task<byte[]?> Of(string conversation, DeskSight sight, CancellationToken cancellationToken)
    {
        if (await handoffs.Open(conversation, sight with { AllUnits = true }, cancellationToken) != HandoffResult.Done
            || await desk.Find(conversation, cancellationToken) is not { Conversation: var row })
            return null;
        await store.Write((db, token) => db.Append(new AuditEntry(time.GetUtcNow(), sight.Staff.Id, "exported-transcript", conversation, null), token), cancellationToken);
        var worker = new ChannelAccount(row.Person, row.Name, "user");
        var lines = await desk.Transcript(conversation, 0, cancellationToken);
        return JsonSerializer.SerializeToUtf8Bytes(lines.Where(IsHeard).Select(it => Line(it.Said, worker, row)), ActivityJson.Options);
    }

    private static bool IsHeard(TranscriptLine line) => line.State is null or OutboxState.Sent && line.Said.Author is not (Author.System or Author.Note);

    private static Activity Line(SaidRow said, ChannelAccount worker, ConversationRow row)
    {
        var activity = ActivityJson.Read(said.Activity);
        return Spoken.Line(said, activity, worker, Bot) with
        {
            ChannelId = row.Channel,
            Conversation = new ConversationAccount(row.Id),
            Recipient = said.Author == Author.Worker ? Bot : worker,
            Locale = activity.Locale,
            SuggestedActions = activity.SuggestedActions,
            // Where a file is kept is nobody else's matter.
            Attachments = activity.Attachments?.Select(it => it with { ContentUrl = null, ThumbnailUrl = null }).ToList(),
        };
    }
}
