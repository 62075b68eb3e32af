using ChatBot.Talk.Handoff;
using ChatBot.Web.Data.Knowledge;

namespace ChatBot.Web.Reading;

/// <summary>Pages anybody may read without a script: the law's wording at `/dieu-luat`, our articles at `/hoi-dap`.</summary>
public static class ReadingSetup
{
    public static WebApplication MapReading(this WebApplication app)
    {
        // Nothing on these pages is secret, and long laws shrink to a fifth.
        app.UseWhen(IsForReading, page => page.UseResponseCompression());
        var pages = app.MapGroup("").AddEndpointFilter(Protected);
        pages.MapGet("/dieu-luat", (KnowledgeBase knowledge, TimeProvider clock) => Show(knowledge, clock, DocumentPage.All));
        pages.MapGet("/dieu-luat/{**place}", (string place, KnowledgeBase knowledge, TimeProvider clock) => Show(knowledge, clock, library => Law(place, library)));
        pages.MapGet("/hoi-dap", (string? tim, KnowledgeBase knowledge, TimeProvider clock) => Show(knowledge, clock, library =>
            tim?.Trim() is { Length: > 0 } asked && knowledge.Answering is { } answering ? ArticleIndexPage.Found(asked, answering, library) : ArticleIndexPage.All(library)));
        pages.MapGet("/hoi-dap/{id}", (string id, KnowledgeBase knowledge, TimeProvider clock) => Show(knowledge, clock, library =>
            library.ArticleOf(id) is { } article ? ArticlePage.Of(article, library) : Frame.NotFound("Không có bài này; có thể bài đã được đổi tên.")));
        return app;
    }

    private static Page Law(string place, Library library) => library.Find(place) switch
    {
        null => Frame.NotFound("Không có văn bản này trong danh mục; bạn xem lại số hiệu.", Html.Of($"""<p><a href="/dieu-luat">Xem danh mục văn bản</a></p>""")),
        (var document, null) => DocumentPage.Of(document, library),
        (var document, { } part) => ProvisionPage.Of(document, part, library),
    };

    private static IResult Show(KnowledgeBase knowledge, TimeProvider clock, Func<Library, Page> page) =>
        Frame.Send(knowledge.IsReady ? page(new Library(knowledge.Content, OfficeHours.DayOf(clock.GetUtcNow()))) : Frame.Unavailable());

    private static ValueTask<object?> Protected(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        Frame.Protect(context.HttpContext.Response);
        return next(context);
    }

    private static bool IsForReading(HttpContext http) =>
        HttpMethods.IsGet(http.Request.Method) && (http.Request.Path.StartsWithSegments("/dieu-luat") || http.Request.Path.StartsWithSegments("/hoi-dap") || http.Request.Path.StartsWithSegments("/reading"));
}
