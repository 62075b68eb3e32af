namespace ChatBot.Web.Reading;

/// <summary>A page that is ready to be sent.</summary>
/// <param name="Title">For the browser's tab.</param>
internal sealed record Page(string Title, Html Main)
{
    public int Status { get; init; } = StatusCodes.Status200OK;
}

/// <summary>What stands around every page for reading.</summary>
internal static class Frame
{
    public static IResult Send(Page page) => Results.Content(Around(page).Source, "text/html; charset=utf-8", statusCode: page.Status);

    /// <summary>Nothing is loaded from elsewhere, no script runs, and the page stands in no foreign frame.</summary>
    public static void Protect(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";
        response.Headers.CacheControl = "no-cache";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.XContentTypeOptions = "nosniff";
    }

    /// <param name="what">What was looked for, as a sentence.</param>
    public static Page NotFound(string what, Html? instead = null) => new("Không tìm thấy", Html.Of($"""
        <h1>Không tìm thấy</h1>
        <p>{what}</p>
        {instead ?? Html.None}
        {SearchBox("")}
        <p>Bạn cũng có thể xem <a href="/hoi-dap">các câu hỏi thường gặp</a>, <a href="/dieu-luat">danh mục văn bản</a>, hoặc <a href="/">hỏi trợ lý và gặp tư vấn viên</a>.</p>
        """)) { Status = StatusCodes.Status404NotFound };

    public static Page Unavailable() => new("Đang cập nhật", Html.Of($"""
        <h1>Kho câu trả lời đang cập nhật</h1>
        <p>Trang này chưa mở được ngay lúc này. Bạn tải lại sau ít phút, hoặc <a href="/">vào trò chuyện để gặp tư vấn viên</a>.</p>
        """)) { Status = StatusCodes.Status503ServiceUnavailable };

    public static Html SearchBox(string asked) => Html.Of($"""
        <form class="search" action="/hoi-dap" method="get" role="search">
          <label for="tim">Bạn muốn hỏi gì?</label>
          <div><input id="tim" name="tim" type="search" value="{asked}" maxlength="{ArticleIndexPage.LongestQuestion}" enterkeyhint="search" autocomplete="off" placeholder="nghỉ việc báo trước bao lâu">
          <button>Tìm</button></div>
        </form>
        """);

    private static Html Around(Page page) => Html.Of($"""
        <!doctype html>
        <html lang="vi">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
        <meta name="color-scheme" content="light dark">
        <meta name="theme-color" content="#8f1318">
        <title>{page.Title} · Hỏi đáp Công đoàn</title>
        <link rel="icon" href="/chat/mark.svg" type="image/svg+xml">
        <link rel="stylesheet" href="/chat/colours.css">
        <link rel="stylesheet" href="/reading/page.css">
        </head>
        <body>
        <a class="skip" href="#noi-dung">Đến nội dung</a>
        <header><div>
          <a class="home" href="/"><img src="/chat/mark.svg" alt="" width="36" height="36"> <span>Hỏi đáp Công đoàn</span></a>
          <nav aria-label="Các trang"><a href="/hoi-dap">Hỏi đáp</a> <a href="/dieu-luat">Điều luật</a> <a href="/">Trò chuyện</a></nav>
        </div></header>
        <main id="noi-dung">
        {page.Main}
        </main>
        <footer><p>Trang này giúp tra cứu nhanh. Khi cần dùng chính thức, bạn đối chiếu với văn bản trên Công báo. Cần người giúp: <a href="/">trò chuyện và gõ “gặp tư vấn viên”</a>.</p></footer>
        </body>
        </html>
        """);
}
