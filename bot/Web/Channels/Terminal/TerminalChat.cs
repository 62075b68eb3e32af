using ChatBot.Talk;
using ChatBot.Talk.Activities;

namespace ChatBot.Web.Channels.Terminal;

/// <summary>A conversation in the terminal, kept only while it lasts.</summary>
public sealed class TerminalChat(Bot bot, TimeProvider clock)
{
    /// <summary>What is printed when a person is called, whom nobody at a terminal can reach.</summary>
    public const string NobodyHere = "(Ở cửa sổ này không có tư vấn viên nào được gọi. Gõ “hỏi bot” để hỏi tiếp.)";

    /// <summary>What the bot remembers so far, and who would speak now.</summary>
    public Conversation Conversation { get; private set; } = new("terminal");

    /// <summary>Reads a line, answers, until the input ends or somebody types `/thoát`.</summary>
    public async Task<int> Talk(TextReader input, TextWriter output, CancellationToken cancellationToken)
    {
        await Turn(new Activity { Type = ActivityTypes.ConversationUpdate }, output);
        while (await Ask(input, output, cancellationToken) is { } line)
            await Turn(new Activity { Text = line }, output);
        return 0;
    }

    private static async Task<string?> Ask(TextReader input, TextWriter output, CancellationToken cancellationToken)
    {
        await output.WriteAsync("\n> ");
        var line = await input.ReadLineAsync(cancellationToken);
        return line?.Trim() is "/thoát" or "/thoat" ? null : line;
    }

    private async Task Turn(Activity activity, TextWriter output)
    {
        var turn = bot.OnTurn(Conversation, activity with { Timestamp = clock.GetUtcNow() });
        foreach (var reply in turn.Replies)
            await Print(reply, output);
        if (turn.Notes.Any(it => it is Note.HandedOver))
            await output.WriteLineAsync(NobodyHere);
        Conversation = turn.Notes.Any(it => it is Note.DeletionAsked) ? new Conversation(Conversation.Id) : turn.After;
    }

    // What stands in brackets can be typed; a link is printed as an address, because there is nothing to tap.
    private static async Task Print(Activity reply, TextWriter output)
    {
        await output.WriteLineAsync(reply.Text);
        var buttons = (reply.Attachments ?? []).Select(HeroCard.From).SelectMany(it => it?.Buttons ?? []).Concat(reply.SuggestedActions?.Actions ?? []).ToLookup(it => it.Type == "openUrl");
        foreach (var link in buttons[true])
            await output.WriteLineAsync($"{link.Title}: {link.Payload}");
        if (buttons[false].Any())
            await output.WriteLineAsync(string.Join(" ", buttons[false].Select(it => $"[{it.Title}]")));
    }
}
