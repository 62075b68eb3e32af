using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Conversations.Cases;

/// <summary>Reads case files.</summary>
public sealed class CaseFiles(IDbContextFactory<ChatDb> databases)
{
    private const int MostEarlier = 20;

    /// <summary>The open case of the conversation, or its last one; null: it never had one.</summary>
    public async Task<CaseFile?> Find(string conversation, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var last = await db.Cases.AsNoTracking().Where(it => it.ConversationId == conversation).OrderByDescending(it => it.Id).FirstOrDefaultAsync(cancellationToken);
        if (last is null)
            return null;
        var labels = await (from put in db.CaseLabels join label in db.Labels on put.LabelId equals label.Id where put.CaseId == last.Id orderby label.Name select label)
            .AsNoTracking().ToListAsync(cancellationToken);
        var known = await db.Labels.OrderBy(it => it.Name).Select(it => it.Name).ToListAsync(cancellationToken);
        var referrals = await db.Referrals.AsNoTracking().Where(it => it.CaseId == last.Id).OrderByDescending(it => it.Id).ToListAsync(cancellationToken);
        return new CaseFile(last, labels, known, await Earlier(db, last, cancellationToken), referrals);
    }

    // One person may write to several pages of one channel under one id.
    private static Task<List<CaseRow>> Earlier(ChatDb db, CaseRow last, CancellationToken cancellationToken)
    {
        var same = from here in db.Conversations
                   where here.Id == last.ConversationId
                   from there in db.Conversations
                   where there.Channel == here.Channel && there.Person == here.Person
                   select there.Id;
        return db.Cases.AsNoTracking().Where(it => it.Id != last.Id && same.Contains(it.ConversationId))
            .OrderByDescending(it => it.Id).Take(MostEarlier).ToListAsync(cancellationToken);
    }
}
