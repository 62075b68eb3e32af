using ChatBot.Web.Data;
using ChatBot.Web.Data.Knowledge;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.HttpOverrides;

namespace ChatBot.Web;

/// <summary>The web edge: where trouble becomes a status, and where a supervisor asks whether we live.</summary>
public static partial class Edge
{
    public static void AddEdge(this WebApplicationBuilder builder)
    {
        builder.WebHost.UseStaticWebAssets();
        // Keys lie in the database like everything else that must be kept secret: its "not encrypted" warning at every first start says nothing new.
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("System.Net.Http", LogLevel.Warning).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        // Behind a web server on the same machine, which holds the certificate: limits count the visitor's address, links begin with https.
        builder.Services.Configure<ForwardedHeadersOptions>(headers => headers.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);
    }

    public static void UseEdge(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseExceptionHandler(edge => edge.Run(Answer));
        app.MapGet("/health/live", () => Results.Text("live"));
        app.MapGet("/health/ready", Ready);
    }

    // A platform that hears 503 brings its message again: nothing is lost.
    private static async Task Answer(HttpContext context)
    {
        var trouble = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        context.Response.StatusCode = trouble switch
        {
            StoreUnavailable => StatusCodes.Status503ServiceUnavailable,
            BadHttpRequestException bad => bad.StatusCode,
            _ => StatusCodes.Status500InternalServerError,
        };
        if (trouble is StoreUnavailable unavailable)
        {
            context.Response.Headers.RetryAfter = "5";
            context.RequestServices.GetRequiredService<ILogger<WebApplication>>().NotKept(context.Request.Path, unavailable.Message);
        }

        await context.Response.WriteAsync(context.Response.StatusCode == StatusCodes.Status503ServiceUnavailable ? "Tạm thời chưa nhận được, xin thử lại." : "Có lỗi xảy ra.");
    }

    private static async Task<IResult> Ready(KnowledgeBase knowledge, IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var db = await services.GetRequiredService<Microsoft.EntityFrameworkCore.IDbContextFactory<ChatDb>>().CreateDbContextAsync(cancellationToken);
        return knowledge.IsReady && await db.Database.CanConnectAsync(cancellationToken)
            ? Results.Text("ready")
            : Results.Text("not ready", statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    [LoggerMessage(LogLevel.Error, "{Path} was answered 503: nothing could be written ({Why})")]
    private static partial void NotKept(this ILogger log, string path, string why);
}
