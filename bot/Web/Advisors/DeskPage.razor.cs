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

    private DeskPlace? read;

    private DeskSight? sight;

    private ElementReference heading;

    private string? shown;

    /// <summary>The open conversation; null: none.</summary>
    [Parameter]
    public string? Id { get; set; }

    /// <summary>Which list.</summary>
    [SupplyParameterFromQuery(Name = "muc")]
    public string? Slug { get; set; }

    [SupplyParameterFromQuery(Name = DeskPlace.Words)]
    public string? Words { get; set; }

    [SupplyParameterFromQuery(Name = DeskPlace.Channel)]
    public string? Channel { get; set; }

    [SupplyParameterFromQuery(Name = DeskPlace.Area)]
    public string? Area { get; set; }

    [SupplyParameterFromQuery(Name = DeskPlace.Unit)]
    public string? Unit { get; set; }

    [SupplyParameterFromQuery(Name = DeskPlace.Label)]
    public string? Label { get; set; }

    [SupplyParameterFromQuery(Name = DeskPlace.Scope)]
    public string? Scope { get; set; }

    private DeskTab Tab => DeskTabs.Of(Slug);

    private DeskPlace Place => new(Tab, new DeskSearch(Given(Words), Given(Channel), Given(Area), Number(Unit), Number(Label))
    {
        AllUnits = Scope == DeskPlace.Everything,
    });

    /// <summary>What is found comes from all lists, so it stands in none of them.</summary>
    private DeskTab? Here => Place.Search.HasWords ? null : Tab;

    private string Title => Place.Search.HasWords ? $"Tìm “{Place.Search.Words}”" : Tab.Title;

    private string NotFound => Place.Search.HasWords
        ? "Không thấy cuộc nào. Bạn thử ít chữ hơn, viết không dấu cũng được, hoặc bỏ bớt lọc."
        : $"Không có cuộc nào trong “{Tab.Title}” hợp với lọc này. Bạn bỏ bớt lọc hoặc xem mục khác.";

    protected override async Task OnParametersSetAsync()
    {
        if (read is not null && read != Place)
            await ReadAgain();
    }

    // The framework would look for the heading of the new page before it is there.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        var before = shown;
        shown = Id ?? Place.Address;
        if (Id is null && before is not null && before != shown)
            await heading.FocusAsync(preventScroll: true);
    }

    protected override async Task Read()
    {
        var place = read = Place;
        // Whoever may not look any more keeps what they saw, until the page hears of it and leads to the door.
        if (await Current.Sight(place.SeesAllUnits, Gone) is not { } now)
            return;
        sight = now;
        var found = await Desk.List(place.Tab.List, now, Gone, place.Search);
        counts = await Desk.Count(now, Gone);
        paused = await Desk.PausedPages(Gone);
        if (place == Place)
            entries = found;
    }

    protected override bool Concerns(string conversation) => conversation != PresenceBook.Changed;

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static long? Number(string? text) => long.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null;

    private string Counted(DeskList list) => counts.GetValueOrDefault(list) switch
    {
        0 => "",
        >= Desk.MostCounted => $"{Desk.MostCounted - 1}+",
        var count => count.ToString(CultureInfo.InvariantCulture),
    };
}
