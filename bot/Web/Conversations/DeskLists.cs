using System.Linq.Expressions;
using ChatBot.Talk.Handoff;
using ChatBot.Web.Data.Rows;

namespace ChatBot.Web.Conversations;

/// <summary>The lists of the desk. Every conversation stands in exactly one of them, so that none is seen by nobody.</summary>
public enum DeskList
{
    /// <summary>Nobody has come yet: urgent first, then what runs out first.</summary>
    Waiting,

    Mine,

    /// <summary>Owned by a colleague, or answered in the Page's own inbox.</summary>
    Others,

    /// <summary>Ended by an advisor, the last first.</summary>
    Done,

    /// <summary>Answered by the bot, and no advisor has ended it.</summary>
    WithBot,
}

/// <summary>What stands in which list.</summary>
public static class DeskLists
{
    public static Expression<Func<ConversationRow, bool>> Holds(DeskList list, string staffId) => list switch
    {
        DeskList.Waiting => row => row.Speaker == Speaker.WaitingForAdvisor,
        DeskList.Mine => row => row.Speaker == Speaker.Advisor && row.Owner == staffId,
        DeskList.Others => row => row.Speaker == Speaker.Advisor && (row.Owner == null || row.Owner != staffId),
        DeskList.Done => row => row.Speaker == Speaker.Bot && row.EndedAt != null,
        _ => row => row.Speaker == Speaker.Bot && row.EndedAt == null,
    };
}
