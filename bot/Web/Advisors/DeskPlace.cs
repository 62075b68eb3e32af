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

    public string Address => WithQuery("/staff");

    /// <summary>The same list with nothing left out.</summary>
    public string Whole => (this with { Search = DeskSearch.Nothing }).Address;

    public bool IsNarrowed => Search != DeskSearch.Nothing;

    /// <summary>How many of the filters are set, besides the words.</summary>
    public int Filters => new object?[] { Search.Channel, Search.Area, Search.Unit }.Count(it => it is not null);

    public string AddressOf(string conversation) => WithQuery($"/staff/hoi-thoai/{Uri.EscapeDataString(conversation)}");

    /// <summary>Another list keeps the filters; words are sought in all lists anyway.</summary>
    public DeskPlace At(DeskTab tab) => new(tab, Search with { Words = null });

    private string WithQuery(string path) => QueryHelpers.AddQueryString(path, new Dictionary<string, string?>
    {
        ["muc"] = Tab.Slug,
        [Words] = Search.Words,
        [Channel] = Search.Channel,
        [Area] = Search.Area,
        [Unit] = Search.Unit?.ToString(CultureInfo.InvariantCulture),
    }.Where(it => it.Value is not null));
}
