using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using ChatBot.Web.Tests.Houses;
using MimeKit;
using SmtpServer;
using SmtpServer.Authentication;
using SmtpServer.ComponentModel;
using SmtpServer.Protocol;
using SmtpServer.Storage;
using Server = SmtpServer.SmtpServer;

namespace ChatBot.Web.Tests.Staff.Reminders;

/// <summary>A mail server on a real socket: keeps what it takes, refuses as it is told.</summary>
internal sealed class FalsePost : MessageStore, IAsyncDisposable
{
    public const string User = "tuvan", Password = "bí mật";

    private readonly ConcurrentQueue<MimeMessage> taken = new();

    private readonly ConcurrentQueue<SmtpResponse> next = new();

    private readonly CancellationTokenSource closing = new();

    private readonly int port = FreePort();

    private Task running = Task.CompletedTask;

    public IReadOnlyList<MimeMessage> Taken => [.. taken];

    /// <summary>Every message: who gets it, and the line that is read first.</summary>
    public IReadOnlyList<string> Lines => [.. taken.Select(it => $"{it.To}: {it.Subject}")];

    public int Refused { get; private set; }

    public static FalsePost Open()
    {
        var post = new FalsePost();
        var services = new ServiceProvider();
        services.Add(post);
        services.Add(new DelegatingUserAuthenticator((user, password) => user == User && password == Password));
        var options = new SmtpServerOptionsBuilder().ServerName("localhost").Endpoint(it => it.Port(post.port).AllowUnsecureAuthentication()).Build();
        post.running = new Server(options, services).StartAsync(post.closing.Token);
        return post;
    }

    public void AnswersNext(SmtpResponse response) => next.Enqueue(response);

    /// <summary>The settings of a house that mails here.</summary>
    public void Serve(HousePlan plan)
    {
        plan.Settings["Mail:Host"] = "127.0.0.1";
        plan.Settings["Mail:Port"] = $"{port}";
        plan.Settings["Mail:From"] = "tuvan@union.example";
        plan.Settings["Mail:User"] = User;
        plan.Settings["Mail:Password"] = Password;
        plan.Settings["Mail:Security"] = "None";
    }

    public override async Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
    {
        if (next.TryDequeue(out var refusal))
        {
            Refused++;
            return refusal;
        }

        using var bytes = new MemoryStream(buffer.ToArray());
        taken.Enqueue(await MimeMessage.LoadAsync(bytes, cancellationToken));
        return SmtpResponse.Ok;
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await running;
        closing.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
