using ChatBot.Talk;
using ChatBot.Talk.Activities;

namespace ChatBot.Web.Channels.Terminal;

/// <summary>A conversation in the terminal, kept only while it lasts.</summary>
public sealed class TerminalChat(Bot bot, TimeProvider clock)
{
    /// <summary>Reads a line, answers, until the input ends or somebody types `/thoát`.</summary>
    public async Task<int> Talk(TextReader input, TextWriter output, CancellationToken cancellationToken)
    {
        var conversation = await Turn(new Conversation("terminal"), new Activity { Type = ActivityTypes.ConversationUpdate }, output);
        while (await Ask(input, output, cancellationToken) is { } line)
            conversation = await Turn(conversation, new Activity { Text = line }, output);
        return 0;
    }

    private static async Task<string?> Ask(TextReader input, TextWriter output, CancellationToken cancellationToken)
    {
        await output.WriteAsync("\n> ");
        var line = await input.ReadLineAsync(cancellationToken);
        return line?.Trim() is "/thoát" or "/thoat" ? null : line;
    }

    private async Task<Conversation> Turn(Conversation before, Activity activity, TextWriter output)
    {
        var turn = bot.OnTurn(before, activity with { Timestamp = clock.GetUtcNow() });
        foreach (var reply in turn.Replies)
        {
            await output.WriteLineAsync(reply.Text);
            var buttons = (reply.Attachments ?? []).Select(HeroCard.From).SelectMany(it => it?.Buttons ?? []).Concat(reply.SuggestedActions?.Actions ?? []);
            var titles = string.Join(" ", buttons.Select(it => $"[{it.Title}]"));
            if (titles.Length > 0)
                await output.WriteLineAsync(titles);
        }

        return turn.After;
    }
}
