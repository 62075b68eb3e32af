using Microsoft.Playwright;

namespace ChatBot.Web.Tests.Channels.WebChat;

/// <summary>A person with the chat page before them.</summary>
public sealed class Visit(IBrowserContext context, IPage page) : IAsyncDisposable
{
    public IBrowserContext Context => context;

    public IPage Page => page;

    public ILocator Field => page.GetByLabel("Câu hỏi của bạn");

    public ILocator Lines => page.Locator(".msg");

    public ILocator Choices => page.Locator("#choices");

    /// <summary>What stands in the bubbles, from the first to the last.</summary>
    public async Task<IReadOnlyList<string>> Texts() => [.. (await page.Locator(".bubble > :first-child").AllInnerTextsAsync()).Select(it => it.Trim())];

    public async Task Ask(string text)
    {
        await Field.FillAsync(text);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Until a bubble says exactly this.</summary>
    public Task Reads(string text) => Line(text).First.WaitForAsync();

    public ILocator Line(string text) => page.Locator(".bubble", new() { HasText = text });

    public ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>A picture for people, in tests/screenshots.</summary>
    public Task Picture(string name) => page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, "tests", "screenshots", $"web-chat-{name}.png") });

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
