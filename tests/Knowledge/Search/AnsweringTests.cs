using ChatBot.Knowledge.Articles;
using ChatBot.Knowledge.Law;
using ChatBot.Knowledge.Search;

namespace ChatBot.Knowledge.Tests.Search;

public class AnsweringTests
{
    private static readonly Article OldRule = Shared.Shipped.Articles[0] with
    {
        Id = "luat-cu",
        Title = "Nghỉ bù giỗ tổ nghề theo quy định cũ",
        Questions = ["Giỗ tổ nghề được nghỉ bù mấy ngày?", "nghi bu gio to nghe", "quy định cũ về nghỉ bù giỗ tổ nghề"],
        Answer = "Trước đây nghỉ bù 2 ngày giỗ tổ nghề.",
        InForceFrom = new DateOnly(2020, 1, 1),
        InForceUntil = new DateOnly(2024, 12, 31),
        Sensitive = null,
    };

    private static readonly Provision Tailors = new()
    {
        Law = "45/2019/QH14",
        LawName = "Bộ luật Lao động",
        Article = "118",
        Heading = "Thợ may lụa ở làng nghề",
        Clauses = [new Clause("1", "Thợ may lụa ở làng nghề được cấp kim chỉ và khung cửi.", [])],
        InForceFrom = new DateOnly(2021, 1, 1),
    };

    private static readonly Answering WithOldRuleAndStatute = new(KnowledgeIndex.Build(Shared.Shipped with
    {
        Articles = [.. Shared.Shipped.Articles, OldRule],
        Provisions = [Tailors, Tailors with { Article = "117", Heading = "Việc cũ", InForceUntil = new DateOnly(2025, 1, 1) }],
    }));

    [Fact]
    public void A_clear_question_is_answered_by_one_article_with_its_source()
    {
        var answer = Assert.IsType<Outcome.Answer>(Shared.Ask("Em muốn nghỉ việc thì phải báo trước bao nhiêu ngày?"));

        Assert.Equal("nghi-viec-bao-truoc-bao-lau", answer.Best.Entry.Id);
        Assert.InRange(answer.Best.Score, 0.5, 1);
        Assert.Equal("35", answer.Best.Entry.Citations[0].Article);
        Assert.StartsWith("gần câu: ", answer.Best.Why);
        Assert.DoesNotContain(answer.Others, it => it.Entry.Id == answer.Best.Entry.Id);
    }

    [Fact]
    public void Two_or_three_are_offered_when_several_may_be_meant()
    {
        var choices = Assert.IsType<Outcome.Choices>(Shared.Ask("nghỉ phép"));

        Assert.InRange(choices.Offered.Count, 2, 3);
        Assert.Equal(choices.Offered.OrderByDescending(it => it.Score), choices.Offered);
    }

    [Theory]
    [InlineData("asdkjh qwe zxcv"), InlineData("Trường đại học nào dễ đậu nhất"), InlineData("🙂🙂🙂"), InlineData(""), InlineData("?")]
    public void What_nobody_wrote_about_has_no_match(string text) => Assert.IsType<Outcome.NoMatch>(Shared.Ask(text));

    [Fact]
    public void An_old_rule_does_not_answer_as_if_it_held()
    {
        var outcome = Ask("nghi bu gio to nghe");

        Assert.DoesNotContain("luat-cu", Ids(outcome));
    }

    [Theory]
    [InlineData("Năm 2023 nghỉ bù giỗ tổ nghề được mấy ngày?"), InlineData("Giỗ tổ nghề được nghỉ bù mấy ngày theo quy định cũ?"), InlineData("tháng 5/2024 nghi bu gio to nghe")]
    public void An_old_rule_answers_who_names_its_days(string text) => Assert.Equal("luat-cu", Ids(Ask(text))[0]);

    [Fact]
    public void An_old_rule_does_not_answer_for_days_before_it() => Assert.DoesNotContain("luat-cu", Ids(Ask("Năm 2018 nghỉ bù giỗ tổ nghề được mấy ngày?")));

    [Theory]
    [InlineData("điều 118 bộ luật lao động"), InlineData("d118 blld"), InlineData("dieu 118 blld noi ve dieu gi?"), InlineData("Nội dung điều 118 là gì")]
    public void A_named_place_is_answered_by_the_law_itself(string text)
    {
        var answer = Assert.IsType<Outcome.Answer>(Ask(text));

        Assert.Equal("45/2019/QH14:118", answer.Best.Entry.Id);
        Assert.Equal(1, answer.Best.Score);
    }

    [Fact]
    public void A_place_that_no_longer_holds_is_not_answered_as_law() =>
        Assert.NotEqual("45/2019/QH14:117", Ask("điều 117 bộ luật lao động") is Outcome.Answer answer ? answer.Best.Entry.Id : "");

    [Fact]
    public void The_laws_own_wording_is_the_last_resort_when_no_article_fits()
    {
        Assert.Equal("45/2019/QH14:118", Ids(Ask("Thợ may lụa ở làng nghề được cấp kim chỉ, khung cửi không?"))[0]);
        Assert.Equal("nghi-viec-bao-truoc-bao-lau", Ids(Ask("Em muốn nghỉ việc thì phải báo trước bao nhiêu ngày?"))[0]);
    }

    [Fact]
    public void A_short_question_leans_on_the_one_before()
    {
        Assert.Contains("nghi-viec-bao-truoc-bao-lau", Ids(Shared.Ask("còn hợp đồng không xác định thời hạn thì sao?", "Nghỉ việc phải báo trước bao nhiêu ngày?")));
        Assert.Equal("phep-nam-duoc-bao-nhieu-ngay", Ids(Shared.Ask("Phép năm được bao nhiêu ngày?", "Nghỉ việc phải báo trước bao nhiêu ngày?"))[0]);
    }

    [Fact]
    public void The_ranking_can_be_explained()
    {
        var told = Shared.Shipping.Explain(new Question("nghi viec bao truoc may ngay", Shared.Today));

        Assert.Contains("nghi-viec-bao-truoc-bao-lau", told);
        Assert.Contains("WordingAlike", told);
    }

    [Fact]
    public void Nothing_known_means_no_match_and_no_accident() =>
        Assert.IsType<Outcome.NoMatch>(new Answering(KnowledgeIndex.Build(new KnowledgeContent())).Ask(new Question("nghỉ việc", Shared.Today)));

    [Fact]
    public async Task Any_number_of_threads_may_ask_at_once()
    {
        string[] texts = ["nghỉ thai sản mấy tháng", "tăng ca chủ nhật tính sao", "rút bảo hiểm một lần", "công ty nợ lương"];
        var alone = texts.Select(it => string.Join(' ', Ids(Shared.Ask(it)))).ToList();

        var together = await Task.WhenAll(Enumerable.Range(0, 64).Select(i => Task.Run(() => string.Join(' ', Ids(Shared.Ask(texts[i % 4]))))));

        Assert.Equal(Enumerable.Range(0, 64).Select(i => alone[i % 4]), together);
    }

    private static Outcome Ask(string text) => WithOldRuleAndStatute.Ask(new Question(text, Shared.Today));

    private static IReadOnlyList<string> Ids(Outcome outcome) => outcome switch
    {
        Outcome.Answer answer => [.. answer.Others.Prepend(answer.Best).Select(it => it.Entry.Id)],
        Outcome.Choices choices => [.. choices.Offered.Select(it => it.Entry.Id)],
        Outcome.NoMatch none => [.. none.Nearest.Select(it => it.Entry.Id)],
        _ => [],
    };
}
