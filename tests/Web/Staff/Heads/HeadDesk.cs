using ChatBot.Web.Data.Rows;
using ChatBot.Web.Staff;
using ChatBot.Web.Tests.Advisors;
using ChatBot.Web.Tests.Houses;
using Microsoft.Playwright;

namespace ChatBot.Web.Tests.Staff.Heads;

/// <summary>What tests of the heads' pages begin with.</summary>
internal static class HeadDesk
{
    /// <summary>Cô Lan, a head, with that page open on her telephone.</summary>
    public static async Task<IPage> Head(this DeskSite site, string path)
    {
        var page = await site.AtDesk(await site.Employ("Cô Lan", "lan@union.example", StaffRoles.Head));
        await page.GotoAsync(site.House.Address + path);
        return page;
    }

    /// <summary>An advisor who is kept in the database.</summary>
    public static async Task<StaffMember> Advisor(this House house)
    {
        var staff = Some.Advisor();
        await house.Read(db =>
        {
            db.Users.Add(staff);
            return db.SaveChangesAsync();
        });
        return staff;
    }
}
