using System.Security.Claims;
using ChatBot.Web.Data.Rows;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Staff.Pages;

/// <summary>Who is on the staff: the head invites, sends new links, shuts accounts and opens them again.</summary>
public sealed partial class People
{
    private List<(StaffMember Person, IList<string> Roles)> people = [];

    private IReadOnlyList<string> troubles = [];

    private string? link;

    private string? invited;

    private string? said;

    private string? me;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "moi")]
    private Invited? Given { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Given ??= new() { Roles = [StaffRoles.Advisor] };
        me = Http.User.FindFirstValue(ClaimTypes.NameIdentifier);
        await Read();
    }

    private async Task Read()
    {
        people = [];
        foreach (var person in await Accounts.Users.OrderBy(it => it.DisplayName).ToListAsync())
            people.Add((person, await Accounts.GetRolesAsync(person)));
    }

    private async Task Invite()
    {
        var roles = Given!.Roles.Where(StaffRoles.Titles.ContainsKey).Distinct().ToList();
        troubles = [.. Newcomer.NameTroubles(Given.Name), .. roles.Count == 0 ? (string[])["Bạn chọn ít nhất một quyền."] : []];
        if (troubles.Count > 0)
            return;
        var email = Given.Email?.Trim() ?? "";
        var newcomer = new StaffMember { UserName = email, Email = email, EmailConfirmed = true, DisplayName = Given.Name!.Trim().Normalize() };
        var result = await Invitations.Invite(newcomer, roles, me!);
        troubles = result.Sentences();
        if (!result.Succeeded)
            return;
        Given = new() { Roles = [StaffRoles.Advisor] };
        await InviteAgain(newcomer);
        await Read();
    }

    private async Task InviteAgain(StaffMember person)
    {
        link = Navigation.ToAbsoluteUri(await Invitations.Link(person, me!)).ToString();
        invited = person.DisplayName;
    }

    private async Task Switch(StaffMember person)
    {
        var result = await Deeds.Shut(person, shut: !person.IsDisabled, me!);
        troubles = result.Sentences();
    }

    private async Task SignOut(StaffMember person) =>
        Say(await Deeds.SignOutEverywhere(person, me!), $"{person.DisplayName} phải đăng nhập lại ở mọi máy: không làm gì thêm được từ lúc này, màn hình đang mở tự đóng trong vòng {StaffSetup.LooksAgainAfter.TotalSeconds} giây.");

    private async Task Reset(StaffMember person) =>
        Say(await Deeds.Reset(person, me!), $"Đã đặt lại đăng nhập hai bước của {person.DisplayName}: lần sau chỉ cần mật khẩu. Bạn nhắc người đó bật lại.");

    private void Say(IdentityResult result, string done)
    {
        troubles = result.Sentences();
        said = result.Succeeded ? done : null;
    }

    private string? State(StaffMember person) => person switch
    {
        { IsDisabled: true } => "Đã ngừng",
        { PasswordHash: null } when person.InvitedUntil > Time.GetUtcNow() => "Chờ nhận lời mời",
        { PasswordHash: null } => "Lời mời đã hết hạn",
        _ => null,
    };

    private sealed class Invited
    {
        public string? Email { get; set; }

        public string? Name { get; set; }

        // A form without a single tick brings null.
        public List<string> Roles { get; set => field = value ?? []; } = [];
    }
}
