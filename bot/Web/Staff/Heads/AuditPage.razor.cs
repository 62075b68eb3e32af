using ChatBot.Web.Data;
using Microsoft.AspNetCore.Components;

namespace ChatBot.Web.Staff.Heads;

/// <summary>Who of the staff opened and did what, and whether that record is as it was written.</summary>
public sealed partial class AuditPage
{
    private const int LastPage = 100_000;

    private IReadOnlyDictionary<string, string> names = new Dictionary<string, string>();

    private AuditThings things = new(new Dictionary<string, string>(), new Dictionary<string, string>());

    private AuditPageRead read = new([], false);

    private AuditBreak? broken;

    private AuditAsked Asked { get; set; } = new(null, null, 1);

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "nguoi")]
    private string? Who { get; set; }

    [SupplyParameterFromQuery(Name = "cuoc")]
    private string? Conversation { get; set; }

    // As a word: what is no number is page one, and not an error of the page.
    [SupplyParameterFromQuery(Name = "trang")]
    private string? Number { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Asked = new(Filled(Who), Filled(Conversation), int.TryParse(Number, out var page) ? Math.Clamp(page, 1, LastPage) : 1);
        names = await Book.Names(Http.RequestAborted);
        things = await Book.Things(Http.RequestAborted);
        read = await Book.Read(Asked, Http.RequestAborted);
        // The whole chain is read for it: once for whoever comes, not for every page they turn.
        broken = Asked.Page == 1 ? await Book.Verify(Http.RequestAborted) : null;
    }

    private string At(int page) => $"/staff/nhat-ky?nguoi={Uri.EscapeDataString(Asked.Who ?? "")}&cuoc={Uri.EscapeDataString(Asked.Conversation ?? "")}&trang={page}";

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
