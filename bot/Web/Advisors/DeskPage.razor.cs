using System.Globalization;
using ChatBot.Web.Conversations;
using ChatBot.Web.Data.Rows;
using Microsoft.AspNetCore.Components;

namespace ChatBot.Web.Advisors;

/// <summary>The desk: who waits, who is with whom; on a wide screen the open conversation stands beside the list.</summary>
public sealed partial class DeskPage
{
    private IReadOnlyList<DeskEntry>? entries;

    private IReadOnlyDictionary<DeskList, int> counts = new Dictionary<DeskList, int>();

    private IReadOnlyList<PageRow> paused = [];

    private DeskTab? read;

    private ElementReference heading;

    private string? shown;

    /// <summary>The open conversation; null: none.</summary>
    [Parameter]
    public string? Id { get; set; }

    /// <summary>Which list.</summary>
    [SupplyParameterFromQuery(Name = "muc")]
    public string? Slug { get; set; }

    private DeskTab Tab => DeskTabs.Of(Slug);

    protected override async Task OnParametersSetAsync()
    {
        if (read is not null && read != Tab)
            await ReadAgain();
    }

    // The framework would look for the heading of the new page before it is there.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        var before = shown;
        shown = Id ?? Tab.Slug;
        if (Id is null && before is not null && before != shown)
            await heading.FocusAsync(preventScroll: true);
    }

    protected override async Task Read()
    {
        var tab = read = Tab;
        var me = await Current.Id();
        var found = await Desk.List(tab.List, me, Gone);
        counts = await Desk.Count(me, Gone);
        paused = await Desk.PausedPages(Gone);
        if (tab == Tab)
            entries = found;
    }

    protected override bool Concerns(string conversation) => true;

    private string Counted(DeskList list) => counts.GetValueOrDefault(list) switch
    {
        0 => "",
        >= Desk.MostCounted => $"{Desk.MostCounted - 1}+",
        var count => count.ToString(CultureInfo.InvariantCulture),
    };
}
