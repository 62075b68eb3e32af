using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ChatBot.Web.Tests.Browsing;

/// <summary>Debian's Chromium, one for all tests of a class.</summary>
public sealed class Browser : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    private static readonly string[] Quiet =
    [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? playwright;

    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        Assert.True(File.Exists(Chromium), "Chromium is missing: apt-get install chromium");
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = Quiet });
    }

    /// <summary>A browser of its own, with nothing remembered.</summary>
    public Task<IBrowserContext> Visit(int width = 360, int height = 740, bool dark = false, bool scripts = true) => browser!.NewContextAsync(new()
    {
        ViewportSize = new() { Width = width, Height = height },
        DeviceScaleFactor = 2,
        HasTouch = width < 600,
        IsMobile = width < 600,
        Locale = "vi-VN",
        TimezoneId = "Asia/Ho_Chi_Minh",
        ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
        ReducedMotion = ReducedMotion.Reduce,
        JavaScriptEnabled = scripts,
    });

    /// <summary>What axe finds serious or worse on the page; empty is good.</summary>
    public static async Task<IReadOnlyList<string>> Barriers(IPage page)
    {
        var result = await page.RunAxe();
        return [.. result.Violations.Where(it => it.Impact is "serious" or "critical")
            .Select(it => $"{it.Id}: {it.Help}: {string.Join(" | ", it.Nodes.Select(node => node.Html))}")];
    }

    public async ValueTask DisposeAsync()
    {
        await browser!.DisposeAsync();
        playwright!.Dispose();
    }

    /// <summary>Where pictures for people go.</summary>
    public static string Picture(string name) => Path.Combine(Repository.Root, "tests", "screenshots", $"{name}.png");
}
