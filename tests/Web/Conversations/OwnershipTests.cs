using ChatBot.Talk.Handoff;
using ChatBot.Web.Conversations;
using ChatBot.Web.Data.Rows;
using CsCheck;

namespace ChatBot.Web.Tests.Conversations;

/// <summary>What must hold however worker, bot, two advisors and the Page's inbox come between each other.</summary>
public sealed class OwnershipTests
{
    private static readonly string[] Everybody = ["hoa", "nam", "a head who owns nothing"];

    // Once for all: a query is slow to compile.
    private static readonly Dictionary<string, Func<ConversationRow, bool>[]> Lists = Everybody.ToDictionary(
        it => it, it => Enum.GetValues<DeskList>().Select(list => DeskLists.Holds(list, it).Compile()).ToArray());

    private static readonly Gen<Step[]> Walks = Gen.Int[0, Enum.GetValues<Step>().Length - 1].Select(it => (Step)it).Array[1, 60];

    [Fact]
    public void Bot_and_advisors_never_both_speak_nothing_leaves_twice_and_nobody_waits_unseen() =>
        Walks.Sample(walk =>
        {
            var talk = new Interleaved();
            foreach (var step in walk)
            {
                talk.Take(step);
                Assert.All(Everybody, staff => Assert.Equal(1, talk.ListsItStandsIn(staff)));
            }

            Assert.Empty(talk.BotWordsWhilePersonHadIt);
            Assert.Equal(talk.Sent.Distinct(), talk.Sent);
            Assert.Empty(talk.WordsOfOthersThanTheOwner);
        }, iter: 10_000);

    /// <summary>What one side does next.</summary>
    private enum Step
    {
        WorkerWrites, WorkerAsksForPerson, WorkerWantsBot,
        BotBeginsTurn, BotWritesTurn, SenderClaims, SenderSends,
        HoaTakes, HoaSays, HoaReturns, HoaPassesToNam, HoaEnds, HoaLeavesToBot,
        NamTakes, NamTakesOver, NamSays, NamReturns, NamEnds,
        PageAnswers, TimerRunsOut,
    }

    /// <summary>One conversation, with the state each side would have and the rules the program asks.</summary>
    private sealed class Interleaved
    {
        private readonly ConversationRow row = new() { Id = "c", Channel = "false", Page = "p", Person = "an" };
        private readonly Queue<(int Id, bool ByBot, bool HandsOver)> outbox = [];
        private Speaker? begun;
        private (int Id, bool ByBot, bool HandsOver)? claimed;
        private bool asksForPerson;
        private int said;

        public List<int> Sent { get; } = [];

        public List<int> BotWordsWhilePersonHadIt { get; } = [];

        public List<string> WordsOfOthersThanTheOwner { get; } = [];

        public int ListsItStandsIn(string staff) => Lists[staff].Count(holds => holds(row));

        public void Take(Step step)
        {
            switch (step)
            {
                case Step.WorkerWrites: asksForPerson = false; break;
                case Step.WorkerAsksForPerson: asksForPerson = true; break;
                case Step.WorkerWantsBot when row.Speaker == Speaker.WaitingForAdvisor: Change(HandoffEvent.WorkerReturns); break;
                case Step.BotBeginsTurn when row.Speaker != Speaker.Advisor: begun = row.Speaker; break;
                case Step.BotWritesTurn: BotWrites(); break;
                case Step.SenderClaims when claimed is null && outbox.TryDequeue(out var next): Claim(next); break;
                case Step.SenderSends when claimed is { } reply: Send(reply); break;
                case Step.HoaTakes: Takes("hoa"); break;
                case Step.NamTakes: Takes("nam"); break;
                case Step.NamTakesOver when row.Ownership.IsOf("hoa"): Change(HandoffEvent.AdvisorTakes, "nam"); break;
                case Step.HoaPassesToNam when row.Ownership.IsFreeFor("hoa"): Change(HandoffEvent.AdvisorPasses, "nam"); break;
                case Step.HoaSays: Says("hoa"); break;
                case Step.NamSays: Says("nam"); break;
                case Step.HoaReturns when row.Ownership.IsOf("hoa"): Change(HandoffEvent.AdvisorReturns); break;
                case Step.NamReturns when row.Ownership.IsOf("nam"): Change(HandoffEvent.AdvisorReturns); break;
                case Step.HoaEnds when row.Ownership.IsFreeFor("hoa"): Ends(HandoffEvent.AdvisorEnds); break;
                case Step.NamEnds when row.Ownership.IsFreeFor("nam"): Ends(HandoffEvent.AdvisorEnds); break;
                case Step.HoaLeavesToBot when row.Ownership.IsFreeFor("hoa"): Ends(HandoffEvent.AdvisorLeavesToBot); break;
                case Step.PageAnswers: Change(HandoffEvent.AnsweredOutside); break;
                case Step.TimerRunsOut: Change(HandoffEvent.LeftAlone); break;
            }
        }

        private void Change(HandoffEvent what, string? advisor = null) =>
            (row.Speaker, row.Owner) = row.Ownership.After(what, advisor) is var after ? (after.Speaker, after.Owner) : default;

        private void Takes(string advisor)
        {
            if (row.Ownership.IsFreeFor(advisor))
                Change(HandoffEvent.AdvisorTakes, advisor);
        }

        private void Ends(HandoffEvent what)
        {
            if (row.Speaker != Speaker.Bot)
                row.EndedAt = DateTimeOffset.UnixEpoch;
            Change(what);
        }

        private void BotWrites()
        {
            if (begun is { } speaker && row.Ownership.LetsBotWrite(speaker))
            {
                if (row.Speaker == Speaker.Advisor)
                    BotWordsWhilePersonHadIt.Add(said);
                if (asksForPerson)
                    Change(HandoffEvent.WorkerAsks);
                outbox.Enqueue((said++, ByBot: true, HandsOver: asksForPerson));
            }

            begun = null;
        }

        private void Says(string advisor)
        {
            if (!row.Ownership.IsOf(advisor))
                return;
            if (row.Owner != advisor)
                WordsOfOthersThanTheOwner.Add(advisor);
            outbox.Enqueue((said++, ByBot: false, HandsOver: false));
        }

        // Claim and judgement are one transaction; only the sending takes time.
        private void Claim((int Id, bool ByBot, bool HandsOver) reply)
        {
            if (reply.ByBot && !row.Ownership.LetsBotSend(reply.HandsOver))
                return;
            if (reply is { ByBot: true, HandsOver: false } && row.Speaker == Speaker.Advisor)
                BotWordsWhilePersonHadIt.Add(reply.Id);
            claimed = reply;
        }

        private void Send((int Id, bool ByBot, bool HandsOver) reply)
        {
            Sent.Add(reply.Id);
            claimed = null;
        }
    }
}
