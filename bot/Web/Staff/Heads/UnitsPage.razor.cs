using System.Globalization;
using System.Security.Claims;
using ChatBot.Web.Data.Rows;
using Microsoft.AspNetCore.Components;

namespace ChatBot.Web.Staff.Heads;

/// <summary>Teams, who is in which, and whose own employers keep them from which cases.</summary>
public sealed partial class UnitsPage
{
    private const int LongestName = 100, LongestEmployers = 2000;

    private IReadOnlyList<UnitRow> units = [];

    private IReadOnlyList<StaffMember> staff = [];

    private IReadOnlyList<string> troubles = [];

    private string? saved;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [SupplyParameterFromForm]
    private UnitForm? Given { get; set; }

    [SupplyParameterFromForm]
    private PlaceForm? Placed { get; set; }

    private string Me => Http.User.FindFirstValue(ClaimTypes.NameIdentifier)!;

    protected override Task OnInitializedAsync()
    {
        (Given, Placed) = (Given ?? new(), Placed ?? new());
        return Read();
    }

    private async Task Read()
    {
        units = await Book.Units(Http.RequestAborted);
        staff = await Book.Staff(Http.RequestAborted);
    }

    private Task Add() => Save(given => Book.Add(given, Me, Http.RequestAborted));

    private Task Change(UnitRow unit) => Save(given => Book.Change(unit.Id, given, Me, Http.RequestAborted));

    private async Task Save(Func<UnitGiven, Task<bool>> save)
    {
        if (ReadUnit() is not { } given)
            return;
        if (await save(given))
            saved = $"Đã lưu đơn vị {given.Name}.";
        else
            troubles = [$"Đã có đơn vị tên “{given.Name}”."];
        await Read();
    }

    private UnitGiven? ReadUnit()
    {
        var name = (Given!.Name ?? "").Trim().Normalize();
        var (from, until) = (OfficeDay.Read(Given.From), OfficeDay.Read(Given.Until));
        troubles =
        [
            .. name.Length is 0 or > LongestName ? (string[])[$"Tên đơn vị dài từ 1 đến {LongestName} ký tự."] : [],
            .. from is null || (until is null && !string.IsNullOrEmpty(Given.Until)) ? (string[])["Bạn chọn ngày trong lịch."] : [],
            .. until < from ? (string[])["Ngày cuối phải từ ngày đầu trở đi."] : [],
        ];
        return troubles.Count == 0 ? new UnitGiven(name, from!.Value, until) : null;
    }

    private async Task Assign(StaffMember person)
    {
        var unit = long.TryParse(Placed!.Unit, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : (long?)null;
        if (unit is not null && units.All(it => it.Id != unit))
            troubles = ["Không có đơn vị này nữa."];
        else if (Placed.Employers?.Length > LongestEmployers)
            troubles = [$"Nơi làm việc dài nhất {LongestEmployers} ký tự."];
        else
        {
            await Book.Assign(person.Id, unit, Placed.Employers ?? "", Me, Http.RequestAborted);
            saved = $"Đã lưu {person.DisplayName}.";
        }

        await Read();
    }

    private sealed class UnitForm
    {
        public string? Name { get; set; }

        public string? From { get; set; }

        public string? Until { get; set; }
    }

    private sealed class PlaceForm
    {
        public string? Unit { get; set; }

        public string? Employers { get; set; }
    }
}
