using ChatBot.Web.Tests.Browsing;
using Microsoft.Playwright;

namespace ChatBot.Web.Tests.Channels.WebChat;

/// <summary>How people come to the chat page.</summary>
internal static class Visits
{
    /// <summary>Somebody with nothing remembered opens the address, on a phone when the width is one's.</summary>
    /// <param name="before">What happens before the page is loaded.</param>
    public static async Task<Visit> Open(this Browser browser, string address, int width = 360, bool dark = false, Func<IPage, Task>? before = null)
    {
        var context = await browser.Visit(width, dark: dark);
        context.SetDefaultTimeout(30_000);
        var page = await context.NewPageAsync();
        if (before is not null)
            await before(page);
        await page.GotoAsync(address);
        return new Visit(context, page);
    }
}
