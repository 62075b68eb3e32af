using System.Security.Claims;
using ChatBot.Talk.Handoff.Calendar;
using ChatBot.Web.Data.Rows;
using Microsoft.AspNetCore.Components;

namespace ChatBot.Web.Staff.Heads;

/// <summary>A week's sittings and who sits in them; everybody at the desk reads it, a head changes it.</summary>
public sealed partial class RosterPage
{
    private IReadOnlyList<Seat> seats = [];

    private IReadOnlyList<StaffMember> candidates = [];

    private IReadOnlyList<string> troubles = [];

    private DateOnly monday;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "tuan")]
    private string? Week { get; set; }

    [SupplyParameterFromForm(FormName = "them")]
    private Wanted? Given { get; set; }

    private DateOnly Today => OfficeDay.Of(Time);

    private IEnumerable<DateOnly> Days => Enumerable.Range(0, 7).Select(monday.AddDays);

    private bool IsHead => Http.User.IsInRole(StaffRoles.Head);

    private string Me => Http.User.FindFirstValue(ClaimTypes.NameIdentifier)!;

    protected override async Task OnInitializedAsync()
    {
        monday = OfficeDay.MondayOf(OfficeDay.Read(Week) ?? Today);
        Given ??= new() { Day = OfficeDay.Field(Days.Contains(Today) ? Today : monday) };
        candidates = IsHead ? await Roster.Candidates(Http.RequestAborted) : [];
        await Read();
    }

    private async Task Read() => seats = await Roster.Between(monday, monday.AddDays(6), Http.RequestAborted);

    private IEnumerable<Seat> Of(DateOnly day, Sitting sitting) => seats.Where(it => it.Day == day && it.Sitting == sitting);

    private async Task Add()
    {
        var sittings = Sittings.All.Where(it => Given!.Sittings.Contains(it.ToString())).ToList();
        if (OfficeDay.Read(Given!.Day) is not { } day || candidates.All(it => it.Id != Given.Staff))
            troubles = ["Bạn chọn người và ngày trong danh sách."];
        else if (sittings.Count == 0)
            troubles = ["Bạn chọn ít nhất một buổi."];
        else if (!Roster.Calendar.IsWorkday(day))
            troubles = [$"{OfficeDay.SayWeekday(day)} là ngày nghỉ."];
        else
            foreach (var sitting in sittings)
                await Roster.Add(new DutyTime(day, sitting), Given.Staff!, Me, Http.RequestAborted);
        await Read();
    }

    private async Task Remove(Seat seat)
    {
        await Roster.Remove(new DutyTime(seat.Day, seat.Sitting), seat.Who.Id, Me, Http.RequestAborted);
        await Read();
    }

    private static string WeekOf(DateOnly monday) => $"/staff/lich-truc?tuan={OfficeDay.Field(monday)}";

    private sealed class Wanted
    {
        public string? Staff { get; set; }

        public string? Day { get; set; }

        // A form without a single tick brings null.
        public List<string> Sittings { get; set => field = value ?? []; } = [];
    }
}
