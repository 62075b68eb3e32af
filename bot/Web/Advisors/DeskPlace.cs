using System.Globalization;
using ChatBot.Web.Conversations;
using Microsoft.AspNetCore.WebUtilities;

namespace ChatBot.Web.Advisors;

/// <summary>Which list and what it is narrowed to. All of it stands in the address, so that a reload and "back" show the same.</summary>
public sealed record DeskPlace(DeskTab Tab, DeskSearch Search)
{
    public const string Words = "tim";

    public const string Channel = "kenh";

    public const string Area = "linh-vuc";

    public const string Unit = "to";

    public const string Label = "nhan";

    public const string Scope = "pham-vi";

    /// <summary>The value of <see cref="Scope"/> that means every team.</summary>
    public const string Everything = "moi-don-vi";

    public string Address => WithQuery("/staff");

    /// <summary>The same list with nothing left out.</summary>
    public string Whole => (this with { Search = DeskSearch.Nothing with { AllUnits = Search.AllUnits } }).Address;

    public bool IsNarrowed => Search with { AllUnits = false } != DeskSearch.Nothing;

    /// <summary>Whoever chooses a team in the filter asks for it as well.</summary>
    public bool SeesAllUnits => Search.AllUnits || Search.Unit is not null;

    /// <summary>How many of the filters are set, besides the words.</summary>
    public int Filters => new object?[] { Search.Channel, Search.Area, Search.Unit, Search.Label }.Count(it => it is not null);

    public string AddressOf(string conversation) => WithQuery($"/staff/hoi-thoai/{Uri.EscapeDataString(conversation)}");

    /// <summary>Another list keeps the filters; words are sought in all lists anyway.</summary>
    public DeskPlace At(DeskTab tab) => new(tab, Search with { Words = null });

    /// <summary>The same place with the conversations of every team, or only one's own and those of none.</summary>
    public DeskPlace For(bool allUnits) => this with { Search = Search with { AllUnits = allUnits, Unit = null } };

    private string WithQuery(string path) => QueryHelpers.AddQueryString(path, new Dictionary<string, string?>
    {
        ["muc"] = Tab.Slug,
        [Words] = Search.Words,
        [Channel] = Search.Channel,
        [Area] = Search.Area,
        [Unit] = Search.Unit?.ToString(CultureInfo.InvariantCulture),
        [Label] = Search.Label?.ToString(CultureInfo.InvariantCulture),
        [Scope] = Search.AllUnits ? Everything : null,
    }.Where(it => it.Value is not null));
}
