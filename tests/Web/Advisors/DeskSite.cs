using ChatBot.Web.Data.Rows;
using ChatBot.Web.Staff;
using ChatBot.Web.Tests.Browsing;
using ChatBot.Web.Tests.Houses;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace ChatBot.Web.Tests.Advisors;

/// <summary>A house with its real bot, and people at its desk.</summary>
internal sealed class DeskSite(House house, Browser browser) : IAsyncDisposable
{
    public const string Password = "ghế xanh leo núi";

    private readonly List<IBrowserContext> visits = [];

    public House House => house;

    public static async Task<DeskSite> Open(Browser browser, Action<HousePlan>? change = null) => new(await House.Open(Database.Sqlite, plan =>
    {
        plan.Bot = null;
        change?.Invoke(plan);
    }), browser);

    public async Task<StaffMember> Employ(string name, string email, params string[] roles)
    {
        await using var scope = house.Get<IServiceScopeFactory>().CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<StaffMember>>();
        var staff = new StaffMember { UserName = email, Email = email, EmailConfirmed = true, DisplayName = name };
        Assert.True((await accounts.CreateAsync(staff, Password)).Succeeded);
        Assert.True((await accounts.AddToRolesAsync(staff, roles.Length > 0 ? roles : [StaffRoles.Advisor])).Succeeded);
        return staff;
    }

    public async Task Disable(StaffMember staff)
    {
        await using var scope = house.Get<IServiceScopeFactory>().CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<StaffMember>>();
        await accounts.SetLockoutEndDateAsync((await accounts.FindByIdAsync(staff.Id))!, DateTimeOffset.MaxValue);
    }

    /// <summary>What the program prints when it has started.</summary>
    public async Task<string> Printed()
    {
        var screen = new StringWriter();
        await Greeting.Print(house.Get<IServiceProvider>(), screen);
        return screen.ToString();
    }

    /// <summary>Stops the program and starts it anew at the same address, on the same database.</summary>
    public async Task<House> Restart()
    {
        var (address, connection, channel, clock) = (house.Address, house.Plan.Connection, house.Channel, house.Clock);
        await house.DisposeAsync();
        return await House.Open(Database.Sqlite, plan =>
        {
            (plan.Bot, plan.Connection, plan.Channel, plan.Clock) = (null, connection, channel, clock);
            plan.Settings["urls"] = address;
        });
    }

    /// <summary>A browser in which nobody has signed in.</summary>
    public async Task<IPage> Visit(string path, int width = 360, bool dark = false, bool scripts = true)
    {
        var visit = await browser.Visit(width, width < 600 ? 740 : 800, dark, scripts);
        visits.Add(visit);
        visit.SetDefaultTimeout(15_000);
        var page = await visit.NewPageAsync();
        await page.GotoAsync(house.Address + path);
        return page;
    }

    /// <summary>An advisor with the desk open before them.</summary>
    public async Task<IPage> AtDesk(StaffMember staff, int width = 360, bool dark = false, string at = "/staff")
    {
        var page = await Visit(at, width, dark);
        await page.SignIn(staff.Email!, Password);
        await page.Alive();
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var visit in visits)
            await visit.DisposeAsync();
        await house.DisposeAsync();
    }
}

internal static class DeskMoves
{
    public static async Task SignIn(this IPage page, string email, string password)
    {
        await page.GetByLabel("E-mail").FillAsync(email);
        await page.GetByLabel("Mật khẩu").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập" }).ClickAsync();
    }

    /// <summary>Until the page hears the server: before that it only shows what was so when it was sent.</summary>
    public static Task Alive(this IPage page) => page.WaitForFunctionAsync("() => document.querySelector('[data-alive]')");

    public static Task Tap(this IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>Opens a dialog and presses one of its buttons.</summary>
    public static async Task Choose(this IPage page, string dialog, string choice)
    {
        await page.Tap(dialog);
        await page.Locator("dialog[open] button", new() { HasText = choice }).ClickAsync();
    }

    public static async Task Answer(this IPage page, string text)
    {
        await page.GetByLabel("Câu trả lời của bạn").FillAsync(text);
        await page.Tap("Gửi");
    }

    public static Task<byte[]> Picture(this IPage page, string name) => page.ScreenshotAsync(new() { Path = Browser.Picture(name), Timeout = 60_000 });
}
