using Microsoft.Net.Http.Headers;

namespace ChatBot.Web.Channels;

/// <summary>Answers with a file that a stranger sent: a browser shows a picture or puts the file away, and runs nothing of it.</summary>
internal static class FileAnswer
{
    public static IResult Of(HttpContext http, string name, string mediaType, byte[] content)
    {
        var headers = http.Response.Headers;
        var disposition = new ContentDispositionHeaderValue(FileKind.IsShown(mediaType) ? "inline" : "attachment");
        disposition.SetHttpFileName(name);
        headers.ContentDisposition = disposition.ToString();
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";
        headers["Referrer-Policy"] = "no-referrer";
        // Whoever may not open it any more must not find it in the browser either.
        headers.CacheControl = "private, no-store";
        return Results.Bytes(content, mediaType);
    }
}
