using ChatBot.Knowledge.Search;

namespace ChatBot.Knowledge.Tests.Search;

public class SensitiveTests
{
    [Theory]
    [InlineData("Xưởng em đang đình công đòi tăng lương, giờ phải làm sao?")]
    [InlineData("cong nhan dang dinh cong truoc cong cong ty")]
    [InlineData("Sáng nay cả xưởng ngừng việc đòi thưởng Tết")]
    [InlineData("anh em dinh dinh cong ngay mai, co sao khong")]
    [InlineData("Bạn em vừa bị tai nạn máy dập tay, đang cấp cứu")]
    [InlineData("may cuon tay chi cung to roi anh oi")]
    [InlineData("Anh thợ hàn ngã giàn giáo chết tại công trình sáng nay")]
    [InlineData("Ăn cơm công ty xong cả chuyền ngộ độc")]
    [InlineData("Em bị quản lý đánh ngay trong xưởng")]
    [InlineData("to truong tat vao mat em truoc moi nguoi")]
    [InlineData("Chủ dọa đánh nếu em nghỉ việc")]
    [InlineData("Công ty khóa cổng không cho ra về")]
    [InlineData("Sếp sờ mó em hoài, em sợ lắm")]
    [InlineData("em bi quan ly quay roi tinh duc")]
    [InlineData("Trưởng phòng gạ em đi nhà nghỉ mới cho ký hợp đồng")]
    [InlineData("Cả xưởng 200 người bị nợ lương 3 tháng rồi")]
    [InlineData("giam doc bo tron, no luong toan bo cong nhan")]
    [InlineData("Bị đuổi việc, nợ nần, em muốn chết quách cho xong")]
    [InlineData("em khong muon song nua")]
    [InlineData("Cháu bé 13 tuổi bị bắt làm ca đêm ở xưởng bên cạnh")]
    public void What_happens_to_people_now_goes_to_a_person(string text)
    {
        var person = Assert.IsType<Outcome.Person>(Shared.Ask(text));

        Assert.NotEmpty(person.Reason);
    }

    [Theory]
    [InlineData("Đình công hợp pháp là gì?")]
    [InlineData("Thủ tục đình công như thế nào?")]
    [InlineData("dinh cong co duoc tra luong khong")]
    [InlineData("Tai nạn lao động là gì?")]
    [InlineData("Quấy rối tình dục tại nơi làm việc là gì?")]
    [InlineData("Bị nợ lương em có được nghỉ việc ngay không?")]
    [InlineData("Công ty giam lương tháng cuối của em có đúng không?")]
    [InlineData("Mức trợ cấp tai nạn lao động bao nhiêu?")]
    [InlineData("Cách đánh giá hoàn thành công việc")]
    [InlineData("Bi cat giam nhan su thi duoc tro cap gi")]
    [InlineData("Toi sap ket hon duoc nghi may ngay")]
    [InlineData("Ông bà mất được nghỉ mấy ngày?")]
    public void Questions_about_the_rules_stay_with_the_bot(string text) => Assert.IsNotType<Outcome.Person>(Shared.Ask(text));

    [Fact]
    public void No_wording_of_an_ordinary_article_goes_to_a_person()
    {
        var strayed = Shared.Shipped.Articles.Where(it => it.Sensitive is null)
            .SelectMany(article => article.Questions.Where(it => Shared.Ask(it) is Outcome.Person).Select(it => $"{article.Id}: {it}")).ToList();

        Assert.True(strayed.Count <= MostStrayed, string.Join('\n', strayed));
    }

    [Fact]
    public void Every_wording_of_a_sensitive_article_goes_to_a_person()
    {
        var missed = Shared.Shipped.Articles.Where(it => it.Sensitive is not null)
            .SelectMany(article => article.Questions.Where(it => Shared.Ask(it) is not Outcome.Person).Select(it => $"{article.Id}: {it}")).ToList();

        Assert.True(missed.Count <= MostMissed, string.Join('\n', missed));
    }

    // Both bars only go down.
    private const int MostStrayed = 2, MostMissed = 3;
}
