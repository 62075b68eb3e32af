using ChatBot.Knowledge.Search;

namespace ChatBot.Knowledge.Tests.Search;

public class DaysAskedTests
{
    [Theory]
    [InlineData("tháng 12/2022 phạt bao nhiêu", true)]
    [InlineData("ngày 5/12/2022 thì sao", true)]
    [InlineData("năm 2023 tính thế nào", true)]
    [InlineData("theo luật cũ", true)]
    [InlineData("nghị định 12/2022 phạt bao nhiêu", false)]
    [InlineData("nđ số 12/2022", false)]
    [InlineData("theo 12/2022/NĐ-CP", false)]
    [InlineData("bây giờ phạt bao nhiêu", false)]
    public void An_old_rule_answers_only_when_an_old_day_is_named_and_not_a_decree(string question, bool allowed) =>
        Assert.Equal(allowed, new DaysAsked(question, new DateOnly(2026, 11, 26)).Allow(new DateOnly(2022, 1, 17), new DateOnly(2026, 9, 9)));
}
