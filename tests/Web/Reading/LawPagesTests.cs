using System.Net;

namespace ChatBot.Web.Tests.Reading;

/// <summary>The law's own wording, as anybody reads it.</summary>
public sealed class LawPagesTests(LittleLaw law) : IClassFixture<LittleLaw>
{
    [Theory]
    [InlineData("/dieu-luat/45/2019/QH14/35")]
    [InlineData("/dieu-luat/45-2019-QH14/35")]
    [InlineData("/dieu-luat/45-2019-qh14/dieu-35")]
    [InlineData("/dieu-luat/45%2F2019%2FQH14/35")]
    public async Task An_article_is_found_by_any_spelling_of_its_law(string path) => Assert.Contains("<h1>Điều 35. Nghỉ việc ", await Page(path), StringComparison.Ordinal);

    [Theory]
    [InlineData("/dieu-luat/293/2025/N%C4%90-CP/3")]
    [InlineData("/dieu-luat/293/2025/ND-CP/3")]
    [InlineData("/dieu-luat/293-2025-nđ-cp/3")]
    public async Task A_decree_is_found_with_and_without_its_own_letter(string path) => Assert.Contains("<h1>Điều 3. Mức", await Page(path), StringComparison.Ordinal);

    [Fact]
    public async Task An_article_is_shown_with_all_that_belongs_to_it()
    {
        var page = await Page("/dieu-luat/45-2019-QH14/35");

        foreach (var part in (string[])
        [
            "Chương III - HỢP ĐỒNG · Mục 3. CHẤM DỨT", "Áp dụng từ 01/01/2021", "<strong>Lưu ý:</strong> Có quy định mới.", "<p>Được nghỉ:</p>",
            "id=\"khoan-1\"", "id=\"khoan-1-diem-dd\"", "<b>đ)</b> 30 ngày.", "<th scope=\"col\">Loại</th>", "<td>Dài</td>", "<li>Khoản 2 đã sửa.</li>",
            "Đây là bản trích", "Bản thử &lt;b&gt;để đọc&lt;/b&gt;.", "href=\"/hoi-dap/bao-truoc\"", "href=\"/dieu-luat/45-2019-QH14/34\"", "href=\"/dieu-luat/45-2019-QH14/36\"",
        ])
            Assert.Contains(part, page, StringComparison.Ordinal);

        Assert.DoesNotContain("Lời cũ", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_formula_is_a_line_and_no_table() => Assert.Contains("<p>Tiền = lương x 150%</p>", await Page("/dieu-luat/45-2019-QH14/36"), StringComparison.Ordinal);

    [Fact]
    public async Task A_document_lists_its_articles_and_appendices_and_the_list_lists_documents()
    {
        var document = await Page("/dieu-luat/45-2019-QH14");
        var decree = await Page("/dieu-luat/293-2025-ND-CP");
        var all = await Page("/dieu-luat");

        Assert.Contains("<h3>Chương III - HỢP ĐỒNG</h3>", document, StringComparison.Ordinal);
        Assert.Contains("<b>Điều 36.</b> Sau", document, StringComparison.Ordinal);
        Assert.Contains("href=\"/dieu-luat/293-2025-ND-CP/phu-luc-1\"", decree, StringComparison.Ordinal);
        Assert.Contains("- Vùng I.", await Page("/dieu-luat/293-2025-ND-CP/phu-luc-1"), StringComparison.Ordinal);
        Assert.Contains("3 điều, có nguyên văn", all, StringComparison.Ordinal);
        Assert.Contains("Đã hết hiệu lực", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_holds_no_longer_says_so_and_leads_to_what_took_its_place()
    {
        var page = await Page("/dieu-luat/12-2022-ND-CP/17");

        Assert.Contains("<strong>Đã hết hiệu lực</strong> từ 10/09/2026", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/dieu-luat/283-2026-ND-CP\">Nghị định 283/2026/NĐ-CP</a>, áp dụng từ 10/09/2026", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/dieu-luat/45-2019-QH14/139", "<h1>Điều 139 Bộ luật Lao động 45/2019/QH14</h1>")]
    [InlineData("/dieu-luat/41-2024-QH15", "<h1>Luật Bảo hiểm xã hội 41/2024/QH15</h1>")]
    public async Task Without_the_text_a_place_says_so_and_still_tells_what_is_known(string path, string heading)
    {
        var page = await Page(path);

        Assert.Contains(heading, page, StringComparison.Ordinal);
        Assert.Contains("chưa có nguyên văn", page, StringComparison.Ordinal);
        Assert.Contains("Áp dụng từ 01/", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/dieu-luat/45-2019-QH14/999", "Bộ luật Lao động có 220 điều, không có Điều 999.")]
    [InlineData("/dieu-luat/45-2019-QH14/xyz", "không có phần “xyz”")]
    [InlineData("/dieu-luat/9-1999-QH9", "Không có văn bản này")]
    [InlineData("/dieu-luat/9/1999/QH9/1/%3Cscript%3E", "Không có văn bản này")]
    public async Task What_is_not_there_is_told_kindly_with_a_way_on(string path, string words)
    {
        using var response = await law.Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Contains("action=\"/hoi-dap\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_load_nothing_from_elsewhere_and_run_nothing()
    {
        using var response = await law.Http.GetAsync(new Uri("/dieu-luat/45-2019-QH14/35", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.StartsWith("default-src 'none'; style-src 'self';", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.DoesNotContain("//", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private Task<string> Page(string path) => law.Http.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
}
