namespace ChatBot.Web.Data;

/// <summary>The web edge of the database: a platform that hears 503 brings its message again.</summary>
public static class StoreEdge
{
    private const string RetryAfterSeconds = "5";

    public static IApplicationBuilder UseStoreEdge(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (StoreUnavailable) when (!context.Response.HasStarted)
        {
            // Logged where it happened, once for all who were waiting.
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = RetryAfterSeconds;
        }
    });
}
