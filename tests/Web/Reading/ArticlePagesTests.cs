using System.Net;

namespace ChatBot.Web.Tests.Reading;

/// <summary>Our articles, as anybody reads and finds them.</summary>
public sealed class ArticlePagesTests(LittleLaw law) : IClassFixture<LittleLaw>
{
    [Fact]
    public async Task An_article_is_shown_whole_with_what_it_rests_on()
    {
        var page = await Page("/hoi-dap/bao-truoc");

        foreach (var part in (string[])
        [
            "<h1>Nghỉ việc phải báo trước bao nhiêu ngày</h1>", "Áp dụng từ 01/01/2021", "Bạn báo trước ít nhất 45 ngày", "<h2>Chi tiết</h2>", "<strong>Ngày</strong>",
            "<h2>Cần làm gì</h2>", "<li>Giữ lại một bản", "href=\"/dieu-luat/45-2019-QH14/35#khoan-1\"", "href=\"/hoi-dap/khong-can-bao-truoc\"",
        ])
            Assert.Contains(part, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_are_those_of_the_day() => Assert.DoesNotContain("{", await Page("/hoi-dap/muc-huong"), StringComparison.Ordinal);

    [Fact]
    public async Task Markup_in_an_article_stays_text_and_a_missing_number_breaks_nothing()
    {
        var page = await Page("/hoi-dap/la");

        Assert.Contains("<h1>Bài &lt;i&gt;lạ&lt;/i&gt;</h1>", page, StringComparison.Ordinal);
        Assert.Contains("<strong>Đậm</strong> và (số đang cập nhật).", page, StringComparison.Ordinal);
        Assert.Contains("<li>Điều 999 Luật Không Có 9/1999/QH9</li>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_index_lists_articles_by_area()
    {
        var page = await Page("/hoi-dap");

        Assert.Contains("<h2>Nghỉ việc, mất việc</h2>", page, StringComparison.Ordinal);
        Assert.Contains("<h2>Thai san</h2>", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/hoi-dap/bao-truoc\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nghỉ việc báo trước bao lâu", "Bạn báo trước ít nhất 45 ngày")]
    [InlineData("khoản 1 điều 35 bộ luật lao động", "href=\"/dieu-luat/45-2019-QH14/35#khoan-1\"")]
    [InlineData("điều 999 bộ luật lao động", "Bộ luật Lao động có 220 điều, không có Điều 999")]
    [InlineData("điều 17 nghị định 12/2022", "được thay bằng Nghị định 283/2026/NĐ-CP")]
    [InlineData("công nhân đang đình công ở công ty", "Việc này nên gặp tư vấn viên")]
    [InlineData("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;")]
    public async Task The_search_box_answers_like_the_bot(string asked, string words)
    {
        var page = await Page($"/hoi-dap?tim={Uri.EscapeDataString(asked)}");

        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_as_long_as_a_book_is_cut() =>
        Assert.Contains("Hỏi đáp", await Page($"/hoi-dap?tim={new string('a', 3000)}"), StringComparison.Ordinal);

    [Fact]
    public async Task An_unknown_article_is_told_kindly()
    {
        using var response = await law.Http.GetAsync(new Uri("/hoi-dap/khong-co-bai-nay", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("Không có bài này", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private Task<string> Page(string path) => law.Http.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
}
