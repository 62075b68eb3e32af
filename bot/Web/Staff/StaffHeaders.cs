namespace ChatBot.Web.Staff;

/// <summary>What browsers are told of the staff pages: nothing from elsewhere runs in them, nobody frames them.</summary>
public sealed class StaffHeaders(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (http.Request.Path.StartsWithSegments("/staff") && !Path.HasExtension(http.Request.Path))
            Tell(http);
        return next(http);
    }

    private static void Tell(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; manifest-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'; "
            // Older Safari does not count a WebSocket of this very host as 'self'.
            + $"connect-src 'self' ws://{http.Request.Host} wss://{http.Request.Host}";
        // One-time links stand in addresses: they must not travel on.
        headers["Referrer-Policy"] = "no-referrer";
        headers.XContentTypeOptions = "nosniff";
    }
}
