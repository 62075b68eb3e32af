using System.Globalization;
using System.Text.Json;
using ChatBot.Talk.Activities;
using ChatBot.Talk.Handoff;

namespace ChatBot.Talk.Tests;

/// <summary>Holds one talk of `tests/conversations` with the bot, line by line.</summary>
internal sealed class Held(Bot bot, string file)
{
    private DateTimeOffset now = new(2026, 11, 23, 9, 0, 0, OfficeHours.Offset);
    private Conversation conversation = new("talk");
    private Turn last = new(new Conversation("talk"), []);
    private readonly Queue<Activity> unread = [];
    private readonly Dictionary<string, CardAction> buttons = [];
    private Activity? shown;
    private int number;

    public void ToTheEnd()
    {
        foreach (var line in File.ReadLines(file))
        {
            number++;
            Line(line.Trim());
        }

        NothingUnread();
    }

    private void Line(string line)
    {
        if (line.Length == 0 || line[0] == '#')
            return;
        var rest = line.Length > 2 ? line[2..] : "";
        switch (line[0])
        {
            case '@': now = DateTimeOffset.ParseExact(rest + " +07:00", "yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture).AddMinutes(-1); break;
            case '>': Say(rest); break;
            case '<': Hear(rest); break;
            case '[': See(line); break;
            case '!': Noted(rest); break;
            case '=': Advisor(rest); break;
            case '(': NothingUnread(); Assert.True(last.Replies.Count == 0, Where($"the bot was to say nothing and said “{last.Replies.FirstOrDefault()?.Text}”")); break;
            default: Assert.Fail(Where($"“{line}” means nothing in a talk")); break;
        }
    }

    private void Say(string words)
    {
        NothingUnread();
        now = now.AddMinutes(1);
        last = bot.OnTurn(conversation, Meant(words) with { Timestamp = now });
        conversation = last.After;
        foreach (var reply in last.Replies)
            unread.Enqueue(reply);
        foreach (var button in last.Replies.SelectMany(Buttons))
            buttons[button.Title] = button;
    }

    private Activity Meant(string words) => words switch
    {
        ['(', 'ả', 'n', 'h', ')', .. var beside] => new Activity { Text = beside.Trim(), Attachments = [new Attachment("image/*", "https://files.example/1.jpg")] },
        "(mở trò chuyện)" => new Activity { Type = ActivityTypes.ConversationUpdate },
        ['[', .. var title, ']'] => buttons.TryGetValue(title, out var button)
            ? new Activity { Text = title, Value = JsonSerializer.SerializeToElement(button.Payload) }
            : throw new InvalidOperationException(Where($"no button “{title}” was offered")),
        _ => new Activity { Text = words },
    };

    private void Hear(string words)
    {
        Assert.True(unread.TryDequeue(out shown), Where($"the bot said nothing more, expected “{words}”"));
        Assert.True(shown.Text?.Contains(words, StringComparison.Ordinal), Where($"expected “{words}”, the bot said “{shown.Text}”"));
    }

    private void See(string line)
    {
        var offered = shown is null ? [] : Buttons(shown).Select(it => it.Title).ToList();
        foreach (var title in line.Trim('[', ']').Split("] [", StringSplitOptions.TrimEntries))
            Assert.True(offered.Contains(title), Where($"no button “{title}” among {string.Join(", ", offered)}"));
    }

    private void Noted(string what) => Assert.True(last.Notes.Any(it => Name(it).Contains(what)), Where($"the staff were to hear “{what}”"));

    private static string[] Name(Note note) => note switch
    {
        Note.HandedOver { Urgent: true } => ["chuyển người", "gấp"],
        Note.HandedOver => ["chuyển người"],
        Note.Unanswered => ["chưa trả lời được"],
        Note.Feedback => ["góp ý"],
        Note.Surveyed { Score: { } score } => [$"{score} điểm"],
        Note.Surveyed => ["góp ý sau vụ việc"],
        Note.DeletionAsked => ["xóa"],
        _ => ["trở lại bot"],
    };

    private void Advisor(string what)
    {
        if (what == "bot hỏi hài lòng")
            Survey();
        else
            conversation = After(what);
    }

    private void Survey()
    {
        NothingUnread();
        now = now.AddMinutes(5);
        last = bot.AskHowItWas(conversation, now);
        conversation = last.After;
        foreach (var reply in last.Replies)
            unread.Enqueue(reply);
        foreach (var button in last.Replies.SelectMany(Buttons))
            buttons[button.Title] = button;
    }

    private Conversation After(string what) => what switch
    {
        "tư vấn viên nhận" => conversation with { Speaker = Speaking.After(conversation.Speaker, HandoffEvent.AdvisorTakes) },
        "tư vấn viên kết thúc" => conversation with { Speaker = Speaking.After(conversation.Speaker, HandoffEvent.AdvisorEnds), ComesBack = true },
        _ => throw new InvalidOperationException(Where($"“= {what}” means nothing")),
    };

    private void NothingUnread() => Assert.True(unread.Count == 0, Where($"the bot also said “{(unread.Count > 0 ? unread.Peek().Text : "")}”"));

    private static IEnumerable<CardAction> Buttons(Activity reply) =>
        (reply.Attachments ?? []).Select(HeroCard.From).SelectMany(it => it?.Buttons ?? []).Concat(reply.SuggestedActions?.Actions ?? []);

    private string Where(string what) => $"{Path.GetFileName(file)}:{number}: {what}";
}
