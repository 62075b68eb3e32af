using System.Collections.Concurrent;
using System.Text;
using Microsoft.Playwright;

namespace ChatBot.Web.Tests.Browsing;

/// <summary>The page's line to the server, in our hands.</summary>
internal sealed class Line
{
    private readonly List<(IWebSocketRoute Page, IWebSocketRoute Server)> open = [];
    private bool isCut;
    private readonly ConcurrentQueue<byte[]> missed = [];
    private bool isDeaf;

    public static async Task<Line> Of(IPage page)
    {
        var line = new Line();
        await page.RouteWebSocketAsync("**/_blazor**", line.Connect);
        return line;
    }

    public async Task Cut()
    {
        isCut = true;
        foreach (var (page, server) in open)
        {
            await server.CloseAsync();
            await page.CloseAsync(new() { Code = 3001 });
        }

        open.Clear();
    }

    /// <summary>From here on nothing the server says arrives.</summary>
    public void Deafen() => isDeaf = true;

    /// <summary>Whether the server said this while the page heard nothing.</summary>
    public bool Missed(string words) => missed.Any(frame => frame.AsSpan().IndexOf(Encoding.UTF8.GetBytes(words)) >= 0);

    public void Mend() => (isCut, isDeaf) = (false, false);

    private void Connect(IWebSocketRoute page)
    {
        if (isCut)
        {
            _ = page.CloseAsync(new() { Code = 3001 });
            return;
        }

        var server = page.ConnectToServer();
        open.Add((page, server));
        // Frames do not tell what they are. SignalR's greeting is a text, all that follows is binary, even where its first byte reads as "{".
        var greeted = false;
        page.OnMessage(frame =>
        {
            if (!greeted && frame.Text is ['{', ..] text)
                server.Send(text);
            else
                server.Send(frame.Binary!);
            greeted = true;
        });
        server.OnMessage(frame =>
        {
            if (isDeaf)
                missed.Enqueue(frame.Binary!);
            else
                page.Send(frame.Binary!);
        });
    }
}
