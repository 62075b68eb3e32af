using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Conversations.Cases;

/// <summary>Reads case files.</summary>
public sealed class CaseFiles(IDbContextFactory<ChatDb> databases)
{
    private const int MostEarlier = 20;

    /// <summary>The open case of the conversation, or its last one; null: it never had one.</summary>
    /// <param name="linked">Other conversations of the same worker that whoever looks may open: their cases stand among the earlier ones.</param>
    public async Task<CaseFile?> Find(string conversation, CancellationToken cancellationToken, IReadOnlyList<ConversationRow>? linked = null)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var last = await db.Cases.AsNoTracking().Where(it => it.ConversationId == conversation).OrderByDescending(it => it.Id).FirstOrDefaultAsync(cancellationToken);
        if (last is null)
            return null;
        var labels = await (from put in db.CaseLabels join label in db.Labels on put.LabelId equals label.Id where put.CaseId == last.Id orderby label.Name select label)
            .AsNoTracking().ToListAsync(cancellationToken);
        var known = await db.Labels.OrderBy(it => it.Name).Select(it => it.Name).ToListAsync(cancellationToken);
        var referrals = await db.Referrals.AsNoTracking().Where(it => it.CaseId == last.Id).OrderByDescending(it => it.Id).ToListAsync(cancellationToken);
        return new CaseFile(last, labels, known, await Earlier(db, last, linked ?? [], cancellationToken), referrals);
    }

    // One person may write to several pages of one channel under one id.
    private static async Task<List<EarlierCase>> Earlier(ChatDb db, CaseRow last, IReadOnlyList<ConversationRow> linked, CancellationToken cancellationToken)
    {
        var channels = linked.ToDictionary(it => it.Id, it => it.Channel);
        var elsewhere = channels.Keys.ToList();
        var same = from here in db.Conversations
                   where here.Id == last.ConversationId
                   from there in db.Conversations
                   where there.Channel == here.Channel && there.Person == here.Person
                   select there.Id;
        var cases = await db.Cases.AsNoTracking().Where(it => it.Id != last.Id && (same.Contains(it.ConversationId) || elsewhere.Contains(it.ConversationId)))
            .OrderByDescending(it => it.Id).Take(MostEarlier).ToListAsync(cancellationToken);
        return cases.ConvertAll(it => new EarlierCase(it, channels.GetValueOrDefault(it.ConversationId)));
    }
}
