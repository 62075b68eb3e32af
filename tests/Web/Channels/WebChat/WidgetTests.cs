using ChatBot.Web.Conversations;
using ChatBot.Web.Tests.Browsing;
using ChatBot.Web.Tests.Houses;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatBot.Web.Tests.Channels.WebChat;

/// <summary>The widget on the union's own site, which is another origin.</summary>
public sealed class WidgetTests(Browser browser) : IClassFixture<Browser>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_script_puts_the_chat_into_another_site_and_it_closes_and_counts_what_was_not_seen()
    {
        var chat = "";
        await using var site = await Site(() => chat);
        var here = site.Urls.Single();
        await using var house = await House.Open(Database.Sqlite, plan => plan.Settings["DirectLine:TrustedOrigins:0"] = here);
        chat = house.Address;
        await using var visit = await browser.Open(here, 1280);
        await visit.Picture("1280-widget-closed");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Hỏi Công đoàn" }).ClickAsync();
        var frame = visit.Page.FrameLocator("iframe");
        await Expect(frame.GetByLabel("Câu hỏi của bạn")).ToBeFocusedAsync();
        await frame.GetByLabel("Câu hỏi của bạn").FillAsync("hỏi");
        await visit.Page.Keyboard.PressAsync("Enter");
        await frame.GetByText("Về: hỏi").WaitForAsync();
        await visit.Picture("1280-widget");
        await visit.Page.Keyboard.PressAsync("Escape");
        var button = visit.Page.GetByRole(AriaRole.Button, new() { Name = "Hỏi Công đoàn" });
        await Expect(button).ToBeFocusedAsync();
        await SomebodySays(house, "Bạn còn đó không?");

        await Expect(visit.Page.Locator("cong-doan-chat b")).ToHaveTextAsync("1");
        await button.ClickAsync();
        await Expect(visit.Page.Locator("cong-doan-chat b")).ToBeHiddenAsync();
        await frame.GetByText("Bạn còn đó không?").WaitForAsync();
    }

    [Fact]
    public async Task A_site_that_is_not_trusted_shows_no_chat()
    {
        var chat = "";
        await using var site = await Site(() => chat);
        await using var house = await House.Open(Database.Sqlite);
        chat = house.Address;
        await using var visit = await browser.Open(site.Urls.Single());
        var refused = new TaskCompletionSource<string>();
        visit.Page.Console += (_, said) => _ = said.Text.Contains("frame-ancestors", StringComparison.Ordinal) && refused.TrySetResult(said.Text);

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Hỏi Công đoàn" }).TapAsync();

        await refused.Task.WaitAsync(TimeSpan.FromSeconds(20), Cancel);
    }

    private static async Task SomebodySays(House house, string text)
    {
        var conversation = await house.Read(db => Task.FromResult(db.Conversations.Single().Id));
        var lan = Some.Advisor("Lan");
        await house.Get<Handoffs>().Take(conversation, lan, Cancel);
        await house.Get<Handoffs>().Say(conversation, lan, text, Cancel);
    }

    private static async Task<WebApplication> Site(Func<string> chat)
    {
        var builder = WebApplication.CreateBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        var site = builder.Build();
        site.MapGet("/", () => Results.Content($"""
            <!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Công đoàn</title>
            <h1>Công đoàn khu công nghiệp</h1><p>Trang tin của công đoàn.</p><script src="{chat()}/chat.js" async></script></html>
            """, "text/html; charset=utf-8"));
        await site.StartAsync(Cancel);
        return site;
    }
}
