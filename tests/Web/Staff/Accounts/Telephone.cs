using ChatBot.Web.Data.Rows;
using ChatBot.Web.Staff.Accounts;
using ChatBot.Web.Tests.Advisors;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace ChatBot.Web.Tests.Staff.Accounts;

/// <summary>Plays the authenticator app of somebody on the staff.</summary>
internal sealed class Telephone(DeskSite site, string key)
{
    /// <summary>What it shows now.</summary>
    public string Code => Totp.Code(Totp.ReadKey(key), Totp.StepAt(site.House.Clock.GetUtcNow()));

    /// <summary>A code it does not show, now or around now.</summary>
    public string WrongCode => Enumerable.Range(0, 9).Select(it => $"{it}00000").First(it => Totp.Find(Totp.ReadKey(key), it, site.House.Clock.GetUtcNow()) is null);

    /// <summary>The next code, because each counts once.</summary>
    public string NextCode
    {
        get
        {
            site.House.Clock.Advance(TimeSpan.FromSeconds(30));
            return Code;
        }
    }

    /// <summary>Somebody who signs in with two steps already.</summary>
    public static async Task<(Telephone Phone, IReadOnlyList<string> Codes)> Of(DeskSite site, StaffMember staff)
    {
        await using var scope = site.House.Get<IServiceScopeFactory>().CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<StaffAccounts>();
        var me = (await accounts.FindByIdAsync(staff.Id))!;
        var phone = new Telephone(site, await accounts.AuthenticatorKey(me));
        return (phone, (await scope.ServiceProvider.GetRequiredService<AccountDeeds>().SwitchOn(me, phone.NextCode))!);
    }

    /// <summary>Reads the key off the set-up page, as it is written for typing.</summary>
    public static async Task<Telephone> Reads(DeskSite site, IPage page) =>
        new(site, (await page.Locator(".key").TextContentAsync())!.Replace(" ", "", StringComparison.Ordinal).Trim());
}
