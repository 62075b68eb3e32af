using System.Text;
using ChatBot.Knowledge.Law;
using ChatBot.Knowledge.Search;
using ChatBot.Talk.Activities;

namespace ChatBot.Talk.Tests;

/// <summary>Answers in the law's own wording, from a small law of our own.</summary>
public sealed class StatuteAnswerTests
{
    private const int LongestAnswer = 640;

    private static readonly string LongClause = string.Join(' ', Enumerable.Repeat("Người lao động làm việc theo hợp đồng được nghỉ.", 30));

    private static readonly Bot Bot = new(KnowledgeIndex.Build(Content()), ConversationTests.Words());

    [Fact]
    public void A_point_is_shown_with_what_leads_to_it_and_opens_at_its_place()
    {
        var reply = Ask("điểm đ khoản 2 điều 1 luật thử");

        Assert.Contains("2. Người lao động được nghỉ trong các trường hợp:\nđ) Cưới.", reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ốm", reply.Text, StringComparison.Ordinal);
        Assert.Contains("Căn cứ: Điều 1 khoản 2 điểm đ Luật Thử 2020.", reply.Text, StringComparison.Ordinal);
        Assert.Equal("/dieu-luat/1-2020-QH1/1#khoan-2-diem-dd", Link(reply).Payload);
    }

    [Fact]
    public void A_clause_behind_a_long_one_is_shown_itself()
    {
        var reply = Ask("khoản 2 điều 1");

        Assert.Contains("2. Người lao động được nghỉ", reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("1. Người lao động làm việc", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_clause_that_is_not_there_is_told_before_the_article() =>
        Assert.Contains("Điều 1 không có khoản 9. Đây là cả điều.\nNguyên văn luật: Nghỉ", Ask("khoản 9 điều 1 luật thử").Text, StringComparison.Ordinal);

    [Theory, InlineData("điều 1 luật thử"), InlineData("khoản 1 điều 1"), InlineData("điểm a khoản 1 điều 2"), InlineData("khoản 9 điều 2 luật thử")]
    public void An_answer_is_short_and_opens_the_whole_wording(string question)
    {
        var reply = Ask(question);

        Assert.InRange(reply.Text!.Length, 100, LongestAnswer);
        Assert.Contains("Căn cứ: ", reply.Text, StringComparison.Ordinal);
        Assert.StartsWith("/dieu-luat/1-2020-QH1/", Link(reply).Payload, StringComparison.Ordinal);
    }

    [Fact]
    public void A_point_behind_a_long_lead_in_is_not_cut_away() => Assert.Contains("a) Điểm ngắn.", Ask("điểm a khoản 1 điều 2 luật thử").Text, StringComparison.Ordinal);

    [Fact]
    public void A_later_rule_the_text_does_not_show_is_told_with_it() =>
        Assert.Contains("Lưu ý: Từ 2026 được nghỉ thêm.", Ask("điều 1 luật thử").Text, StringComparison.Ordinal);

    [Theory, InlineData("chi tiết"), InlineData("#chi-tiet:1/2020/QH1:1@2@đ")]
    public void The_details_are_those_of_the_place_that_was_asked_for(string said)
    {
        var first = Bot.OnTurn(new Conversation("x") { DisclosedAt = Now }, new Activity { Text = "điểm đ khoản 2 điều 1 luật thử", Timestamp = Now });

        var more = Bot.OnTurn(first.After, new Activity { Text = said, Timestamp = Now.AddMinutes(1) }).Replies[^1];

        Assert.Contains("2. Người lao động được nghỉ trong các trường hợp:\nđ) Cưới.", more.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("1. Người lao động làm việc", more.Text, StringComparison.Ordinal);
        Assert.Contains(Buttons(first.Replies[^1]), it => it.Payload == "#chi-tiet:1/2020/QH1:1@2@đ");
    }

    private static Activity Ask(string question) =>
        Bot.OnTurn(new Conversation("x") { DisclosedAt = Now }, new Activity { Text = question, Timestamp = Now }).Replies[^1];

    private static IEnumerable<CardAction> Buttons(Activity reply) => reply.Attachments!.Select(HeroCard.From).SelectMany(it => it!.Buttons!);

    private static DateTimeOffset Now => new(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(7));

    private static CardAction Link(Activity reply) =>
        Assert.Single(Buttons(reply), it => it.Type == "openUrl");

    private static KnowledgeContent Content()
    {
        var catalogue = new LawCatalogue([new LawDocument("1/2020/QH1", "Luật Thử", "Luật Thử", new DateOnly(2020, 1, 1)) { Aliases = ["Luật Thử"], LastArticle = 2 }]);
        var read = StatuteReader.Read("luat.txt", Encoding.UTF8.GetBytes($"""
            Số: 1/2020/QH1
            Điều 1. Nghỉ
            1. {LongClause}
            2. Người lao động được nghỉ trong các trường hợp:
            a) Ốm;
            đ) Cưới.
            Điều 2. Dài
            1. {LongClause}:
            a) Điểm ngắn.
            """), catalogue).Provisions;
        return new KnowledgeContent { Catalogue = catalogue, Provisions = [read[0] with { Updates = ["Từ 2026 được nghỉ thêm."] }, .. read.Skip(1)] };
    }
}
