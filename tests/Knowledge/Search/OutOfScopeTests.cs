using ChatBot.Knowledge.Search;

namespace ChatBot.Knowledge.Tests.Search;

public class OutOfScopeTests
{
    [Theory]
    [InlineData("Hôm nay trời có mưa không?")]
    [InlineData("du bao thoi tiet ngay mai")]
    [InlineData("Kết quả trận bóng đá tối qua")]
    [InlineData("Cách nấu phở gà")]
    [InlineData("Thủ tục ly hôn đơn phương")]
    [InlineData("Ly hôn thì chia tài sản thế nào")]
    [InlineData("Tranh chấp đất đai với hàng xóm")]
    [InlineData("lam so do mat bao lau")]
    [InlineData("Vượt đèn đỏ phạt bao nhiêu")]
    [InlineData("Công ty tranh chấp hợp đồng mua bán hàng hóa với đối tác")]
    [InlineData("Việc nhẹ lương cao, click vào link nhận thưởng")]
    [InlineData("Máy tính bị treo sửa sao")]
    public void Other_matters_are_not_answered_and_it_is_said_why(string text)
    {
        var none = Assert.IsType<Outcome.NoMatch>(Shared.Ask(text));

        Assert.NotNull(none.OutOfScope);
    }

    [Theory]
    [InlineData("Chỉ mình cách giảm cân")]
    [InlineData("Trồng sầu riêng bón phân gì")]
    [InlineData("may gio roi")]
    [InlineData("Ai là tổng thống Mỹ")]
    [InlineData("Con chó nhà tôi bỏ ăn")]
    public void A_weak_match_does_not_answer(string text) => Assert.IsType<Outcome.NoMatch>(Shared.Ask(text));

    [Theory]
    [InlineData("Trời bão ngừng việc có được trả lương không?")]
    [InlineData("Em đăng ký kết hôn thì được nghỉ mấy ngày?")]
    [InlineData("Tan ca bị tai nạn giao thông trên đường đi làm về có phải tai nạn lao động không?")]
    [InlineData("Mua nhà ở xã hội cho công nhân qua công đoàn thế nào?")]
    public void A_word_from_elsewhere_does_not_hide_a_matter_of_ours(string text) =>
        Assert.False(Shared.Ask(text) is Outcome.NoMatch { OutOfScope: not null });

    [Fact]
    public void No_wording_of_ours_is_refused()
    {
        var refused = Shared.Shipped.Articles.Where(it => it.Area != "lien-he")
            .SelectMany(article => article.Questions.Where(it => Shared.Ask(it) is Outcome.NoMatch { OutOfScope: not null }).Select(it => $"{article.Id}: {it}")).ToList();

        Assert.True(refused.Count == 0, string.Join('\n', refused));
    }
}
