using ChatBot.Web.Conversations;
using ChatBot.Web.Data.Rows;
using Microsoft.AspNetCore.Components;

namespace ChatBot.Web.Advisors;

/// <summary>One line of a transcript: who, what, when, and how far it has come.</summary>
public sealed partial class TalkLine
{
    private SaidWords words = null!;

    [Parameter, EditorRequired]
    public TranscriptLine Line { get; set; } = null!;

    /// <summary>The same person went on: the name need not stand again.</summary>
    [Parameter]
    public bool Follows { get; set; }

    /// <summary>Null: whoever reads this may not send it again.</summary>
    [Parameter]
    public Func<long, Task>? OnSendAgain { get; set; }

    private string Kind => Line.Said.Author switch
    {
        Author.Worker => "worker",
        Author.Bot => "bot",
        Author.Page => "page",
        Author.Note => "note",
        _ => "advisor",
    };

    private string Who => Line.Said.Author switch
    {
        Author.Worker => "Người lao động",
        Author.Bot => "Trợ lý tự động",
        Author.Page => "Từ Trang",
        Author.Note => $"Ghi chú của {Line.Said.AuthorName}, người lao động không thấy",
        _ => Line.Said.AuthorName ?? "Tư vấn viên",
    };

    /// <summary>What we do not keep, or not yet.</summary>
    private IEnumerable<SaidFile> Elsewhere => words.Files.Where((_, place) => Line.Files.All(it => it.Place != place));

    private bool IsTrouble => Line.State is OutboxState.Refused or OutboxState.Parked;

    private string? State => Line.State switch
    {
        OutboxState.Waiting when Line.Why is { } why => $"đang thử gửi lại: {why}",
        OutboxState.Waiting or OutboxState.Sending => "đang gửi…",
        OutboxState.Sent => "đã gửi",
        OutboxState.Refused => $"bị từ chối: {Line.Why}",
        OutboxState.Parked => $"chưa gửi được: {Line.Why}",
        OutboxState.Dropped => "không gửi, vì đã có người nhận",
        _ => null,
    };

    protected override void OnParametersSet() => words = SaidWords.Of(Line.Said);
}
