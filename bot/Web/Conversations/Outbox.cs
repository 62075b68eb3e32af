using System.Globalization;
using System.Text.Json;
using ChatBot.Talk.Activities;
using ChatBot.Web.Channels;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Conversations;

/// <summary>Something to be said by us.</summary>
/// <param name="Author">The bot, or an advisor.</param>
/// <param name="At">When it was said.</param>
public sealed record Words(Activity Activity, Author Author, DateTimeOffset At)
{
    /// <summary>The advisor's display name.</summary>
    public string? AuthorName { get; init; }

    /// <summary>The bot's word that a person comes.</summary>
    public bool HandsOver { get; init; }
}

/// <summary>What we say: lines of the transcript and replies on their way, in one transaction with what they follow from.</summary>
public sealed class Outbox(IEnumerable<Channel> channels)
{
    internal const string NotNeeded = "Bàn trực bên ngoài không còn cần cho cuộc trò chuyện này.";

    /// <summary>The channel that leads to another desk; null: there is none.</summary>
    private readonly string? otherDesk = channels.FirstOrDefault(it => it.IsDesk)?.Name;

    private readonly HashSet<string> withOwnDesk = [.. channels.Where(it => it.HasOwnDesk).Select(it => it.Name)];

    private readonly Dictionary<string, int> longestText = channels.ToDictionary(it => it.Name, it => it.LongestText);

    /// <summary>Puts <paramref name="words"/> into the transcript and the outbox, in as many messages as the channel needs. To be called inside a unit that holds the conversation (<see cref="ChatDb.Lock"/>).</summary>
    /// <returns>The last reply; its id is known.</returns>
    public async Task<OutboxRow> Put(ChatDb db, ConversationRow conversation, Words words, CancellationToken cancellationToken)
    {
        if (words.Author is not (Author.Bot or Author.Advisor))
            throw new ArgumentException($"A line of {words.Author} never leaves.", nameof(words));
        conversation.LastSaidAt = words.At;
        var replies = TextParts.Cut(words.Activity, longestText.GetValueOrDefault(conversation.Channel, int.MaxValue))
            .Select(part => Reply(conversation, words, part)).ToList();
        foreach (var reply in replies)
        {
            db.Outbox.Add(reply);
            await db.SaveChangesAsync(cancellationToken);
        }

        db.Said.AddRange(replies.Select(reply => Line(words, reply)));
        return replies[^1];
    }

    /// <summary>Tells the desk that answers there instead of ours, the channel's own or another one, that a person is needed; no line of the transcript, because nobody says it.</summary>
    public async Task CallOutside(ChatDb db, ConversationRow conversation, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var why = JsonSerializer.SerializeToElement(new { conversation.Reason, conversation.Urgent }, ActivityJson.Options);
        var call = new Activity { Type = ActivityTypes.Event, Name = ActivityTypes.HandoffInitiate, Value = why };
        if (withOwnDesk.Contains(conversation.Channel))
            db.Outbox.Add(Reply(conversation, new Words(call, Author.Bot, now) { HandsOver = true }, call));
        else if (otherDesk is not null)
        {
            conversation.AtOtherDesk = true;
            // What it is told from now on begins behind this line.
            var last = await db.Said.Where(it => it.ConversationId == conversation.Id).MaxAsync(it => (long?)it.Id, cancellationToken);
            TellOtherDesk(db, conversation, call with { ReplyToId = last?.ToString(CultureInfo.InvariantCulture) }, now);
        }
    }

    /// <summary>Brings another desk, when it was called, what the worker says.</summary>
    public void TellOtherDesk(ChatDb db, ConversationRow conversation, Activity what, DateTimeOffset now)
    {
        if (!conversation.AtOtherDesk || otherDesk is null)
            return;
        var told = what with { From = new ChannelAccount(conversation.Person, conversation.Name, "user"), Conversation = new ConversationAccount(conversation.Id), ChannelId = conversation.Channel };
        db.Outbox.Add(Reply(conversation, new Words(told, Author.Bot, now) { HandsOver = true }, told, otherDesk));
    }

    /// <summary>Another desk is not needed any more: it is told so if it has heard the call, and what it has not heard yet it will not hear.</summary>
    public async Task LeaveOtherDesk(ChatDb db, ConversationRow conversation, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!conversation.AtOtherDesk)
            return;
        await db.SaveChangesAsync(cancellationToken);
        var told = db.Outbox.Where(it => it.ConversationId == conversation.Id && it.Channel == otherDesk);
        var call = await told.Where(it => it.Activity.Contains(ActivityTypes.HandoffInitiate)).OrderByDescending(it => it.Id).Select(it => (OutboxState?)it.State).FirstOrDefaultAsync(cancellationToken);
        await told.Where(it => it.State == OutboxState.Waiting).ExecuteUpdateAsync(it => it.SetProperty(row => row.State, OutboxState.Dropped).SetProperty(row => row.Why, NotNeeded), cancellationToken);
        // No row: deleted, as the worker asked, after it had left.
        if (call is null or OutboxState.Sent or OutboxState.Sending)
            TellOtherDesk(db, conversation, new Activity { Type = ActivityTypes.EndOfConversation }, now);
        conversation.AtOtherDesk = false;
    }

    private static OutboxRow Reply(ConversationRow conversation, Words words, Activity part, string? channel = null) => new()
    {
        ConversationId = conversation.Id,
        Channel = channel ?? conversation.Channel,
        Page = conversation.Page,
        Activity = ActivityJson.Write(part with { Timestamp = words.At }),
        Author = words.Author,
        HandsOver = words.HandsOver,
        CreatedAt = words.At,
        DueAt = words.At,
    };

    private static SaidRow Line(Words words, OutboxRow reply) => new()
    {
        ConversationId = reply.ConversationId,
        Author = words.Author,
        AuthorName = words.AuthorName,
        At = words.At,
        Activity = reply.Activity,
        Folded = Folding.Of(ActivityJson.Read(reply.Activity)),
        OutboxId = reply.Id,
    };
}
