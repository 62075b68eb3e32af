using Microsoft.Extensions.Options;

namespace ChatBot.Web.Channels.WebChat;

/// <summary>The chat on the union's own site: the page, the widget, and Direct Line 3.0 for them and for the official clients.</summary>
public static class WebChatSetup
{
    public const string DirectLine = "/v3/directline";

    /// <summary>The CORS policy of Direct Line: open to every site, since a token opens one conversation only and no cookie counts.</summary>
    public const string AnySite = "direct line";

    /// <summary>The CORS policy of our tokens: the sites in `DirectLine:TrustedOrigins`.</summary>
    public const string TrustedSites = "web chat";

    public static IServiceCollection AddWebChat(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = configuration.GetSection(WebChatOptions.Section);
        services.AddOptions<WebChatOptions>().Bind(settings).ValidateOnStart();
        services.AddSingleton<IValidateOptions<WebChatOptions>, WebChatOptionsCheck>();

        services.AddSingleton<Channel, WebChatChannel>();
        services.AddSingleton<WebChatSignals>().AddHostedService<WebChatFeed>();
        services.AddSingleton<WebChatKeys>().AddSingleton<WebChatTokens>().AddSingleton<WebChatLimits>();
        services.AddSingleton<WebChatFiles>().AddSingleton<WebChatTranscript>().AddSingleton<WebChatIntake>().AddSingleton<DirectLineStream>();

        services.AddResponseCompression(how =>
        {
            how.EnableForHttps = true;
            how.MimeTypes = ["text/html", "text/css", "text/javascript", "image/svg+xml"];
        });
        var trusted = settings.Get<WebChatOptions>()?.TrustedOrigins ?? [];
        return services.AddCors(cors =>
        {
            cors.AddPolicy(AnySite, site => site.AllowAnyOrigin().AllowAnyHeader().WithMethods("GET", "POST").WithExposedHeaders("Retry-After"));
            cors.AddPolicy(TrustedSites, site => site.WithOrigins([.. trusted]).AllowAnyHeader().WithMethods("POST").WithExposedHeaders("Retry-After"));
        });
    }

    public static WebApplication MapWebChat(this WebApplication app)
    {
        app.UseCors();
        app.UseWebSockets();
        app.UseWhen(IsOfThePage, page => page.UseResponseCompression());
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "no-cache" });

        var directLine = app.MapGroup(DirectLine).RequireCors(AnySite).AddEndpointFilter<DirectLineDoor>();
        DirectLineConversations.Map(directLine);
        DirectLineActivities.Map(directLine);
        DirectLineUpload.Map(directLine);
        DirectLineStream.Map(directLine);
        WebChatPage.Map(app);
        WebChatFiles.Map(app);
        return app;
    }

    /// <summary>This site as whoever asks reaches it: `https://hoidap.example.vn`.</summary>
    internal static string SiteOf(HttpRequest request) => $"{request.Scheme}://{request.Host}{request.PathBase}";

    // Nothing else is compressed: an answer with a secret in it must not be.
    private static bool IsOfThePage(HttpContext http) =>
        HttpMethods.IsGet(http.Request.Method) && (http.Request.Path.Value is "/" or "/chat.js" || http.Request.Path.StartsWithSegments("/chat"));

    private sealed class WebChatOptionsCheck : IValidateOptions<WebChatOptions>
    {
        public ValidateOptionsResult Validate(string? name, WebChatOptions options) =>
            options.Wrong is { } wrong ? ValidateOptionsResult.Fail(wrong) : ValidateOptionsResult.Success;
    }
}
