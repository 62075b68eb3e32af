using ChatBot.Talk.Handoff;

namespace ChatBot.Talk.Tests.Handoff;

public sealed class SpeakingTests
{
    [Theory]
    [InlineData(Speaker.Bot, HandoffEvent.WorkerAsks, Speaker.WaitingForAdvisor)]
    [InlineData(Speaker.Bot, HandoffEvent.AdvisorTakes, Speaker.Advisor)]
    [InlineData(Speaker.Bot, HandoffEvent.AnsweredOutside, Speaker.Advisor)]
    [InlineData(Speaker.Bot, HandoffEvent.AdvisorEnds, Speaker.Bot)]
    [InlineData(Speaker.WaitingForAdvisor, HandoffEvent.WorkerReturns, Speaker.Bot)]
    [InlineData(Speaker.WaitingForAdvisor, HandoffEvent.AdvisorTakes, Speaker.Advisor)]
    [InlineData(Speaker.WaitingForAdvisor, HandoffEvent.AdvisorEnds, Speaker.Bot)]
    [InlineData(Speaker.WaitingForAdvisor, HandoffEvent.WorkerAsks, Speaker.WaitingForAdvisor)]
    [InlineData(Speaker.WaitingForAdvisor, HandoffEvent.LeftAlone, Speaker.WaitingForAdvisor)]
    [InlineData(Speaker.WaitingForAdvisor, HandoffEvent.AdvisorPasses, Speaker.Advisor)]
    [InlineData(Speaker.WaitingForAdvisor, HandoffEvent.AdvisorLeavesToBot, Speaker.Bot)]
    [InlineData(Speaker.Bot, HandoffEvent.LeftAlone, Speaker.Bot)]
    [InlineData(Speaker.Advisor, HandoffEvent.LeftAlone, Speaker.WaitingForAdvisor)]
    [InlineData(Speaker.Advisor, HandoffEvent.AdvisorReturns, Speaker.WaitingForAdvisor)]
    [InlineData(Speaker.Advisor, HandoffEvent.AdvisorPasses, Speaker.Advisor)]
    [InlineData(Speaker.Advisor, HandoffEvent.AdvisorLeavesToBot, Speaker.Bot)]
    [InlineData(Speaker.Advisor, HandoffEvent.AdvisorEnds, Speaker.Bot)]
    [InlineData(Speaker.Advisor, HandoffEvent.WorkerAsks, Speaker.Advisor)]
    [InlineData(Speaker.Advisor, HandoffEvent.WorkerReturns, Speaker.Advisor)]
    [InlineData(Speaker.Advisor, HandoffEvent.AnsweredOutside, Speaker.Advisor)]
    public void The_table_says_who_speaks_next(Speaker now, HandoffEvent what, Speaker next) => Assert.Equal(next, Speaking.After(now, what));
}
