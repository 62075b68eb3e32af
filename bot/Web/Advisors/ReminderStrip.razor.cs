using ChatBot.Web.Data;
using ChatBot.Web.Staff;
using ChatBot.Web.Staff.Reminders;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace ChatBot.Web.Advisors;

/// <summary>The advisor's own open reminders, each gone with one tap.</summary>
public sealed partial class ReminderStrip
{
    private IReadOnlyList<OpenReminder> open = [];

    private IReadOnlyList<StuckReminder> stuck = [];

    private string? trouble;

    /// <summary>Which list a reminder's conversation is opened beside.</summary>
    [Parameter, EditorRequired]
    public DeskPlace Place { get; set; } = null!;

    [CascadingParameter]
    private Task<AuthenticationState> Browser { get; set; } = null!;

    protected override async Task Read()
    {
        open = await Open.Of(await Current.Id(), Gone);
        stuck = (await Browser).User.IsInRole(StaffRoles.Head) ? await Open.Stuck(Gone) : [];
    }

    protected override bool Concerns(string conversation) => true;

    private async Task Acknowledge(OpenReminder reminder)
    {
        trouble = null;
        try
        {
            if (await Current.Find(Gone) is not { } staff)
                trouble = "Phiên làm việc đã hết. Bạn đăng nhập lại rồi bấm lần nữa.";
            else
                await Book.Acknowledge(reminder.Id, staff.Id, Gone);
        }
        catch (StoreUnavailable)
        {
            trouble = "Máy chủ chưa ghi được, lời nhắc vẫn còn. Bạn thử lại sau ít giây.";
        }

        await ReadAgain();
    }
}
