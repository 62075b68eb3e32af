using ChatBot.Web.Channels.Messenger;
using ChatBot.Web.Conversations;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Knowledge;
using Microsoft.Extensions.Options;

namespace ChatBot.Web;

/// <summary>The table of contents.</summary>
public static class Program
{
    public static async Task<int> Main(string[] args)
    {
        try
        {
            await using var app = Build(args);
            await app.RunAsync();
            return 0;
        }
        catch (Exception trouble) when (trouble is StartFailed or OptionsValidationException)
        {
            await Console.Error.WriteLineAsync(trouble.Message);
            return 1;
        }
    }

    /// <param name="furnish">The last word on what the house is made of, for tests.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? furnish = null)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddData(builder.Configuration);
        builder.Services.AddKnowledge();
        builder.Services.AddMessenger(builder.Configuration);
        builder.Services.AddConversations();
        furnish?.Invoke(builder);

        var app = builder.Build();
        app.UseStoreEdge();
        if (builder.Configuration.HasMessenger())
            app.MapMessenger();
        return app;
    }
}
