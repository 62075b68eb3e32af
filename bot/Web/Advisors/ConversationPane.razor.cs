using ChatBot.Talk.Activities;
using ChatBot.Talk.Handoff;
using ChatBot.Web.Channels;
using ChatBot.Web.Conversations;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using Microsoft.AspNetCore.Components;

namespace ChatBot.Web.Advisors;

/// <summary>One conversation: why a person is needed, what was said, and the answer.</summary>
public sealed partial class ConversationPane
{
    private const int ShownAtFirst = 150;

    // Longer than a lost line takes to come back; an older line of the same words is another answer.
    private static readonly TimeSpan JustNow = TimeSpan.FromMinutes(10);

    private DeskEntry? entry;

    private IReadOnlyList<TranscriptLine> lines = [];

    private IReadOnlyList<ConversationRow> linked = [];

    private Composer? composer;

    private ElementReference heading;

    private string me = "";

    private string? closed;

    private (FileRoom? Room, string? Why) files;

    private string? notice;

    private Refusal? refusal;

    private bool isOpened;

    private bool isGone;

    private bool isBusy;

    private bool showsAll;

    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    [Parameter, EditorRequired]
    public DeskPlace Place { get; set; } = null!;

    private ConversationRow Row => entry!.Conversation;

    private string Title => entry is not null ? DeskWords.Person(Row) : isGone ? "Không tìm thấy" : refusal is not null ? "Chưa mở được" : IsStale ? "Chưa đọc được" : "Đang tải…";

    private IReadOnlyList<string> WorkerWords => [.. lines.Where(it => it.Said.Author == Author.Worker).Select(it => ActivityJson.Read(it.Said.Activity).Text).OfType<string>()];

    private bool IsMine => Row.Speaker == Speaker.Advisor && Row.Owner == me;

    private bool IsFromPage => Row.Speaker == Speaker.Advisor && Row.Owner is null;

    private int Hidden => showsAll ? 0 : Math.Max(0, lines.Count - ShownAtFirst);

    private IEnumerable<(TranscriptLine Line, TranscriptLine? Before)> Shown =>
        lines.Select((line, i) => (line, i == 0 ? null : lines[i - 1])).Skip(Hidden);

    private string Standing => Row.Speaker switch
    {
        Speaker.WaitingForAdvisor => "đang chờ",
        Speaker.Advisor when IsMine => "của bạn",
        Speaker.Advisor when Row.AtOtherDesk => "bàn trực bên ngoài đang trả lời",
        Speaker.Advisor => entry!.OwnerName is { } name ? $"{name} đang trả lời" : "đang trả lời từ Trang",
        _ => "bot đang trả lời",
    };

    /// <summary>What stands in place of an open composer, or beneath it.</summary>
    private string? Why => Row.Speaker switch
    {
        Speaker.Advisor when IsMine => closed ?? (Windows.Until(Row) is { } until ? $"{DeskWords.Channel(Row.Channel)} cho bạn gửi đến {DeskWords.Moment(until)}." : null),
        Speaker.Advisor when entry!.OwnerName is { } name => $"{name} đang giữ cuộc trò chuyện này.",
        Speaker.Advisor when Row.AtOtherDesk => "Bàn trực bên ngoài đang trả lời; bot im lặng. Bạn nhận thì phần của họ kết thúc.",
        Speaker.Advisor => "Có người đang trả lời trong hộp thư của Trang; bot im lặng.",
        Speaker.WaitingForAdvisor when Row.AtOtherDesk => "Đã gọi bàn trực bên ngoài, chưa ai nhận. Bạn nhận thì phần của họ kết thúc.",
        Speaker.WaitingForAdvisor => "Chưa ai nhận. Bot im lặng trong lúc chờ.",
        _ => "Bot đang trả lời. Bạn nhận thì bot im lặng.",
    };

    private string? Offer => IsMine ? null : Row is { Speaker: Speaker.Advisor, Owner: not null } ? "Nhận thay" : "Nhận";

    protected override bool Concerns(string conversation) => conversation == Id;

    // The same conversation asked for anew, this time among those of every team.
    protected override Task OnParametersSetAsync() => refusal is null ? Task.CompletedTask : ReadAgain();

    protected override async Task Read()
    {
        me = await Current.Id();
        var found = await Desk.Find(Id, Gone);
        if (found is not null && !(isOpened && await MayGoOn()))
        {
            // Nothing is read before it is known that this person may, and kept that they did.
            refusal = await AtDesk.Open(Id, Place.SeesAllUnits);
            isOpened = refusal is null;
        }

        if (refusal is not null)
        {
            entry = null;
            return;
        }

        if (found is not null)
            lines = await Desk.Transcript(Id, after: 0, Gone);
        linked = await Current.Sight(Place.SeesAllUnits, Gone) is { } sight ? await Elsewhere.Of(Id, sight, Gone) : [];
        (entry, isGone) = (found, found is null);
        closed = found is null ? null : Windows.Closed(found.Conversation, Time.GetUtcNow());
        files = found is null ? default : Windows.Files(found.Conversation, Time.GetUtcNow());
    }

    // It may have been passed to another team meanwhile, or noted to be about this person's own employer.
    private async Task<bool> MayGoOn() => await Current.Sight(Place.SeesAllUnits, Gone) is { } sight && await Desk.Shows(Id, sight, Gone);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
            await heading.FocusAsync(preventScroll: true);
    }

    // The owner who was seen when the button was shown: a click on "Nhận" must never take over from a colleague who was quicker.
    private async Task Take(string? from)
    {
        await Do(() => from is null ? AtDesk.Take(Id) : AtDesk.TakeOver(Id, from));
        if (!IsMine)
            return;
        // It stands in another list now: back leads there.
        Navigation.NavigateTo(new DeskPlace(DeskTabs.Of(DeskList.Mine), DeskSearch.Nothing).AddressOf(Id), replace: true);
        if (composer is not null)
            await composer.Focus();
    }

    private Task SendAgain(long reply) => Do(() => AtDesk.SendAgain(Id, reply));

    private async Task Do(Func<Task<string?>> deed)
    {
        isBusy = true;
        StateHasChanged();
        notice = await deed();
        await ReadAgain();
        isBusy = false;
        StateHasChanged();
    }

    private async Task<string?> Say(Composer.Written written)
    {
        notice = null;
        var trouble = written.IsNote ? await AtDesk.WriteNote(Id, written.Text) : await AtDesk.Say(Id, written.Text, written.Seen, written.Files);
        await ReadAgain();
        StateHasChanged();
        return trouble;
    }

    // Asked after the line was lost while sending: the same words must not go twice.
    private async Task<bool> WasSaid(Composer.Written written)
    {
        await ReadAgain();
        if (written.Files.Count > 0)
            return lines.Any(line => line.Files.Any(file => written.Files.Contains(file.Id)));
        var words = written.Text.Trim().Normalize();
        var since = Time.GetUtcNow() - JustNow;
        return lines.Any(line => line.Said.Author == (written.IsNote ? Author.Note : Author.Advisor) && line.Said.At > since
            && ActivityJson.Read(line.Said.Activity).Text is { Length: > 0 } said && words.StartsWith(said, StringComparison.Ordinal));
    }

    private Task Beat(bool isTyping) => Presence.Beat(Id, me, isTyping, Gone);

    public async ValueTask DisposeAsync()
    {
        Dispose();
        try
        {
            if (isOpened)
                await Presence.Leave(Id, me, default);
        }
        catch (StoreUnavailable)
        {
            // Whoever is gone is forgotten in a few seconds anyway.
        }
    }

    private static bool Follows(TranscriptLine line, TranscriptLine? before) =>
        before is not null && before.Said.Author == line.Said.Author && before.Said.AuthorName == line.Said.AuthorName
        && DeskWords.DayOf(before.Said.At) == DeskWords.DayOf(line.Said.At);
}
