using ChatBot.Web.Advisors;
using ChatBot.Web.Channels.BotFramework;
using ChatBot.Web.Channels.Messenger;
using ChatBot.Web.Channels.WebChat;
using ChatBot.Web.Channels.Zalo;
using ChatBot.Web.Conversations;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Knowledge;
using ChatBot.Web.Editors;
using ChatBot.Web.Reading;
using ChatBot.Web.Staff;
using Microsoft.Extensions.Options;

namespace ChatBot.Web;

/// <summary>A table of contents: what the program is made of.</summary>
public static class Program
{
    public static Task<int> Main(string[] args)
    {
        Console.OutputEncoding = System.Text.Encoding.UTF8;
        return Commands.Make(args, token => Serve(args, token)).Parse(args).InvokeAsync(new() { ProcessTerminationTimeout = null });
    }

    /// <summary>The whole program, ready to start.</summary>
    /// <param name="change">What a test puts in the place of the clock and the like.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? change = null)
    {
        // By its own name and its own folder, whoever starts it and from wherever: that is how the files of its pages are found.
        var site = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(Program).Assembly.GetName().Name,
            WebRootPath = Directory.Exists(site) ? site : null,
        });
        builder.AddEdge();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddData(builder.Configuration);
        builder.Services.AddKnowledge();
        builder.Services.AddMessenger(builder.Configuration);
        builder.Services.AddBotFramework(builder.Configuration);
        builder.Services.AddZalo(builder.Configuration);
        builder.Services.AddWebChat(builder.Configuration);
        builder.Services.AddConversations();
        builder.Services.AddStaff();
        builder.Services.AddAdvisors();
        change?.Invoke(builder);

        var app = builder.Build();
        app.UseEdge();
        if (builder.Configuration.HasMessenger())
            app.MapMessenger();
        if (builder.Configuration.HasBotFramework())
            app.MapBotFramework();
        if (builder.Configuration.HasOtherDesk())
            app.MapOtherDesk();
        if (builder.Configuration.HasZalo())
            app.MapZalo();
        app.MapReading();
        app.MapWebChat();
        app.MapStaff();
        app.MapAdvisors();
        return app;
    }

    private static async Task<int> Serve(string[] args, CancellationToken cancellationToken)
    {
        try
        {
            await using var app = Build(args);
            await app.StartAsync(cancellationToken);
            await Greeting.Print(app.Services, Console.Out);
            await app.WaitForShutdownAsync(cancellationToken);
            return 0;
        }
        catch (Exception trouble) when (trouble is StartFailed or OptionsValidationException or IOException)
        {
            await Console.Error.WriteLineAsync($"Không khởi động được: {trouble.Message}");
            return 1;
        }
    }
}
