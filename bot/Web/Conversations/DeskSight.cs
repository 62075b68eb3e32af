using ChatBot.Talk.Handoff;
using ChatBot.Web.Conversations.Cases;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;

namespace ChatBot.Web.Conversations;

/// <summary>Who looks at the desk. What they see of it is decided here and nowhere else: lists, search, counts and opening all ask it.</summary>
/// <param name="AllUnits">They asked for the conversations of every team; to open one of those is noted in the audit trail.</param>
public sealed record DeskSight(StaffMember Staff, bool IsHead = false, bool AllUnits = false)
{
    /// <summary>Whether it makes a difference to ask for every team.</summary>
    public bool HasUnit => !IsHead && Staff.Unit is not null;

    /// <summary>A team's own, everybody's, and what somebody has themselves. An ended case stays with its team; the next call is everybody's again.</summary>
    public IQueryable<ConversationRow> Of(IQueryable<ConversationRow> rows, ChatDb db)
    {
        if (AllUnits || IsHead || Staff.Unit is not { } unit)
            return rows;
        var me = Staff.Id;
        return rows.Where(row => row.Owner == me || (row.Speaker != Speaker.Bot
            ? row.Unit == null || row.Unit == unit
            : !db.Cases.Where(it => it.ConversationId == row.Id).OrderByDescending(it => it.Id).Take(1)
                .Any(it => it.Unit != null && it.Unit != unit && (it.Owner == null || it.Owner != me))));
    }

    /// <summary>It is about where they are employed themselves: they may know that it is there, and nothing else.</summary>
    public bool IsBlind(ConversationRow row) => Conflict.Between(Staff, row);
}
