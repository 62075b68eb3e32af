using ChatBot.Talk;
using ChatBot.Talk.Activities;
using ChatBot.Web.Channels;
using ChatBot.Web.Conversations;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace ChatBot.Web.Tests.Houses;

/// <summary>The whole program on a free port, with a real database, a clock we turn and a false channel.</summary>
public sealed class House : IAsyncDisposable
{
    private readonly WebApplication app;

    private House(WebApplication app, HousePlan plan)
    {
        this.app = app;
        Plan = plan;
    }

    public HousePlan Plan { get; }

    public FakeTimeProvider Clock => Plan.Clock;

    public FalseChannel Channel => Plan.Channel;

    /// <summary>Where it listens: `http://127.0.0.1:41234`.</summary>
    public string Address { get; private set; } = "";

    public static async Task<House> Open(Database database, Action<HousePlan>? change = null)
    {
        var plan = new HousePlan();
        change?.Invoke(plan);
        plan.Connection ??= await HousePlan.NewConnection(database);
        var house = new House(Build(plan), plan);
        await house.app.StartAsync();
        house.Address = house.app.Urls.First();
        return house;
    }

    /// <summary>Another machine on the same database, with the same clock and the same platform.</summary>
    public Task<House> Beside(Action<HousePlan>? change = null) => Open(default, plan =>
    {
        (plan.Connection, plan.Clock, plan.Channel) = (Plan.Connection, Clock, Channel);
        change?.Invoke(plan);
    });

    public T Get<T>() where T : notnull => app.Services.GetRequiredService<T>();

    /// <summary>What the platform brings; as it came, durable when this returns.</summary>
    public Task Brings(params Incoming[] incoming) => Get<Keep>()(incoming, CancellationToken.None);

    /// <summary>Somebody writes, and everything that follows has happened.</summary>
    public async Task Hears(string text, string person = "an")
    {
        await Brings(Some.Message(text, person));
        await Quiet();
    }

    /// <summary>The clock goes on, and everything that follows has happened.</summary>
    public async Task After(TimeSpan time)
    {
        Clock.Advance(time);
        await Quiet();
    }

    /// <summary>Until nothing is due and nothing is under way.</summary>
    // In the order in which one makes the other: a timer a turn, a turn a reply.
    public Task Quiet() => Until(async () => !await HasTimersDue() && !await HasTurnsToTake() && !await HasRepliesToSend());

    /// <summary>Until it is so, whatever the loops are doing.</summary>
    public Task Until(Func<Task<bool>> isSo) => Waiting.Until(isSo, nudge: () =>
    {
        // A loop that was just falling asleep when the clock was turned sleeps on: this clock does not go by itself.
        Get<Bells>().Turns.Ring();
        Get<Bells>().Replies.Ring();
        Get<Bells>().Timers.Ring();
        Get<Bells>().Files.Ring();
        Get<Bells>().Reminders.Ring();
        Get<Bells>().Comments.Ring();
    });

    public async Task<T> Read<T>(Func<ChatDb, Task<T>> read)
    {
        await using var db = await Get<IDbContextFactory<ChatDb>>().CreateDbContextAsync();
        return await read(db);
    }

    public async ValueTask DisposeAsync()
    {
        await Plan.Closing.CancelAsync();
        await app.StopAsync();
        await app.DisposeAsync();
        await PostgresCluster.Leave(Plan.Connection!);
    }

    // A conversation stays due until its turn is written, in the transaction that puts the replies into the outbox.
    private Task<bool> HasTurnsToTake()
    {
        var now = Clock.GetUtcNow();
        return Read(db => db.Conversations.AnyAsync(row => row.DueAt <= now));
    }

    private Task<bool> HasTimersDue()
    {
        var now = Clock.GetUtcNow();
        // While it is worked on, its timer stands half a minute away.
        var claimed = now + TimeSpan.FromSeconds(30);
        return Read(async db => await db.Conversations.AnyAsync(row => row.OfferAt <= now || row.OfferAt == claimed) || await db.Cases.AnyAsync(row => row.SurveyDueAt <= claimed));
    }

    private Task<bool> HasRepliesToSend()
    {
        var now = Clock.GetUtcNow();
        return Read(db => db.Outbox.AnyAsync(row =>
            (row.State == OutboxState.Sending && (row.EchoBy == null || row.EchoBy < now))
            || (row.State == OutboxState.Waiting && row.DueAt <= now
                && !db.Outbox.Any(older => older.ConversationId == row.ConversationId && older.Channel == row.Channel && older.Id < row.Id && older.State < OutboxState.Sent)
                && !db.PausedPages.Any(page => page.Page == row.Page && page.PausedUntil > now))));
    }

    private static WebApplication Build(HousePlan plan) => Program.Build([.. plan.Settings.Select(it => $"--{it.Key}={it.Value}")], builder =>
    {
        builder.Logging.ClearProviders().AddProvider(new TestLog());
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(plan.Clock));
        builder.Services.AddSingleton<Channel>(plan.Channel);
        if (plan.Bot is { } bot)
            builder.Services.Replace(ServiceDescriptor.Singleton<TurnTaking>((before, activity) => bot(before, activity)));
        plan.Furnish?.Invoke(builder);
    });
}

/// <summary>What a house is made of.</summary>
public sealed class HousePlan
{
    public string? Connection
    {
        get => Settings.GetValueOrDefault("ConnectionStrings:Chat");
        set => Settings["ConnectionStrings:Chat"] = value;
    }

    public Dictionary<string, string?> Settings { get; } = new()
    {
        ["urls"] = "http://127.0.0.1:0",
        ["Knowledge:Folder"] = LittleKnowledge.Folder,
        ["Conversations:BurstPause"] = "00:00:00",
    };

    public FakeTimeProvider Clock { get; set; } = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(7)));

    public FalseChannel Channel { get; set; } = new();

    /// <summary>Repeats what it hears, so that a test sees what was answered; null: the real bot.</summary>
    public Func<Conversation, Activity, Turn>? Bot { get; set; } = (before, activity) => new Turn(before, [new Activity { Text = $"Về: {activity.Text}" }]);

    public Action<WebApplicationBuilder>? Furnish { get; set; }

    /// <summary>Cancelled when the house closes, for bots that hang.</summary>
    public CancellationTokenSource Closing { get; } = new();

    internal static async Task<string> NewConnection(Database database) => database == Database.Postgres
        ? await PostgresCluster.NewDatabase()
        : $"Data Source={Path.Combine(Directory.CreateTempSubdirectory("chatbot-house-").FullName, "chatbot.db")}";
}
