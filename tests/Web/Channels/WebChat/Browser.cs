using Microsoft.Playwright;

namespace ChatBot.Web.Tests.Channels.WebChat;

/// <summary>Debian's Chromium, headless.</summary>
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
        Assert.True(File.Exists(Chromium), "Chromium is missing: apt-get install -y chromium");
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = Quiet });
    }

    /// <summary>Somebody with nothing remembered opens the address, on a phone when the width is one's.</summary>
    /// <param name="before">What happens before the page is loaded.</param>
    public async Task<Visit> Open(string address, int width = 360, bool dark = false, Func<IPage, Task>? before = null)
    {
        var phone = width < 600;
        var context = await browser!.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = phone ? 740 : 800 },
            DeviceScaleFactor = phone ? 2 : 1,
            HasTouch = phone,
            IsMobile = phone,
            Locale = "vi-VN",
            TimezoneId = "Asia/Ho_Chi_Minh",
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(30_000);
        var page = await context.NewPageAsync();
        if (before is not null)
            await before(page);
        await page.GotoAsync(address);
        return new Visit(context, page);
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }
}
