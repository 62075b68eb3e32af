namespace ChatBot.Talk.Handoff;

/// <summary>Who answers in a conversation.</summary>
public enum Speaker
{
    Bot,

    /// <summary>The bot is silent, a person has been asked for and nobody has come yet.</summary>
    WaitingForAdvisor,

    /// <summary>A union advisor owns the conversation, at our desk or in the Page's own inbox.</summary>
    Advisor,
}

/// <summary>What changes who answers.</summary>
public enum HandoffEvent
{
    /// <summary>The worker asked for a person, or the matter must go to one.</summary>
    WorkerAsks,

    /// <summary>An advisor took the conversation at the desk.</summary>
    AdvisorTakes,

    /// <summary>Somebody answered in the Page's own inbox, or took it at another desk than ours.</summary>
    AnsweredOutside,

    /// <summary>The advisor ended it: the bot is back.</summary>
    AdvisorEnds,

    /// <summary>The advisor put it back among those that wait, for a colleague.</summary>
    AdvisorReturns,

    /// <summary>The advisor hands it to a colleague.</summary>
    AdvisorPasses,

    /// <summary>The advisor gives it back to the bot without having ended the matter.</summary>
    AdvisorLeavesToBot,

    /// <summary>Whoever has it owes an answer for too long: it is offered to all again.</summary>
    LeftAlone,

    /// <summary>The worker waits no longer ("thôi, để mình hỏi bot").</summary>
    WorkerReturns,
}

/// <summary>The one table of who speaks next; its picture stands in this folder's README.</summary>
public static class Speaking
{
    public static Speaker After(Speaker now, HandoffEvent what) => (now, what) switch
    {
        (Speaker.Bot, HandoffEvent.WorkerAsks) => Speaker.WaitingForAdvisor,
        (Speaker.WaitingForAdvisor, HandoffEvent.WorkerReturns) => Speaker.Bot,
        (Speaker.WaitingForAdvisor, HandoffEvent.AdvisorEnds) => Speaker.Bot,
        (Speaker.Advisor, HandoffEvent.AdvisorEnds) => Speaker.Bot,
        (Speaker.Advisor, HandoffEvent.AdvisorReturns) => Speaker.WaitingForAdvisor,
        (Speaker.WaitingForAdvisor, HandoffEvent.AdvisorLeavesToBot) => Speaker.Bot,
        (Speaker.Advisor, HandoffEvent.AdvisorLeavesToBot) => Speaker.Bot,
        (Speaker.Advisor, HandoffEvent.LeftAlone) => Speaker.WaitingForAdvisor,
        (_, HandoffEvent.AdvisorTakes) => Speaker.Advisor,
        (_, HandoffEvent.AdvisorPasses) => Speaker.Advisor,
        (_, HandoffEvent.AnsweredOutside) => Speaker.Advisor,
        _ => now,
    };
}
