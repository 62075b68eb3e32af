using ChatBot.Talk;
using ChatBot.Talk.Handoff;
using ChatBot.Talk.Handoff.Calendar;
using ChatBot.Web.Data.Rows;
using ChatBot.Web.Staff;
using ChatBot.Web.Tests.Houses;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Tests.Staff.Reminders;

/// <summary>A house whose bot hands everything over, with a mail server and a push service beside it.</summary>
internal sealed class ReminderHouse(House house, FalsePost post, FalsePush push) : IAsyncDisposable
{
    public const string An = "false:p1:an";

    /// <summary>Monday 14:30: half an hour before what was promised at 9:00 runs out.</summary>
    public static readonly DateTimeOffset HalfPastTwo = new(2026, 11, 23, 14, 30, 0, OfficeHours.Offset);

    public House House => house;

    public FalsePost Post => post;

    public FalsePush Push => push;

    public static async Task<ReminderHouse> Open(Database database, Action<HousePlan>? change = null)
    {
        var (post, push) = (FalsePost.Open(), new FalsePush());
        return new ReminderHouse(await House.Open(database, plan =>
        {
            Furnish(plan, post, push);
            change?.Invoke(plan);
        }), post, push);
    }

    /// <summary>Another machine on the same database.</summary>
    public Task<House> Beside() => house.Beside(plan => Furnish(plan, post, push));

    public Task<StaffMember> Employ(string name, long? unit = null, string role = StaffRoles.Advisor) => house.Read(async db =>
    {
        var staff = new StaffMember { UserName = Some.Id, Email = $"{Guid.NewGuid():N}@union.example", DisplayName = name, Unit = unit, PasswordHash = "x" };
        db.Users.Add(staff);
        db.UserRoles.Add(new IdentityUserRole<string> { UserId = staff.Id, RoleId = role });
        await db.SaveChangesAsync();
        return staff;
    });

    public Task OnDuty(StaffMember staff, Sitting sitting, int day = 23) => house.Read(async db =>
    {
        db.Duties.Add(new DutyRow { Staff = staff.Id, Day = new(2026, 11, day), Sitting = sitting });
        return await db.SaveChangesAsync();
    });

    /// <summary>The clock stands there, and so many mails have been taken in all.</summary>
    public async Task Mails(DateTimeOffset at, int count)
    {
        house.Clock.SetUtcNow(at);
        await house.Until(() => Task.FromResult(post.Taken.Count >= count));
        await house.Until(() => house.Read(db => db.Reminders.AllAsync(it => it.AcknowledgedAt != null || it.DueAt > at && it.SentCount > 0)));
        Assert.Equal(count, post.Taken.Count);
    }

    public Task<List<ReminderRow>> Rows() => house.Read(db => db.Reminders.AsNoTracking().OrderBy(it => it.Id).ToListAsync());

    public async ValueTask DisposeAsync()
    {
        await house.DisposeAsync();
        await post.DisposeAsync();
        push.Dispose();
    }

    private static void Furnish(HousePlan plan, FalsePost post, FalsePush push)
    {
        plan.Bot = (before, activity) => new Turn(before, []) { Notes = [new Note.HandedOver(activity.Text!, activity.Text!.Contains("tai nạn", StringComparison.Ordinal))] };
        post.Serve(plan);
        push.Serve(plan);
    }
}
