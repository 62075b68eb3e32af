using System.Threading.Channels;
using ChatBot.Talk;
using ChatBot.Web.Channels.Terminal;
using ChatBot.Web.Tests.Channels.Talks;

namespace ChatBot.Web.Tests.Channels.Terminal;

/// <summary>The talks in the terminal: a window for each person, nothing kept, nobody at a desk, and everything typed.</summary>
public sealed class TerminalTalkTests : TalkContract
{
    private readonly Dictionary<string, Window> windows = [];

    // Addresses of our pages are printed as they are: the program's own address is printed when it serves.
    public override string Site => "";

    // The bot speaks first.
    public override bool Opens => true;

    public override bool CarriesPictures => false;

    public override bool HasDesk => false;

    public override ValueTask InitializeAsync() => default;

    public override async ValueTask DisposeAsync()
    {
        foreach (var window in windows.Values)
            await window.Leaves();
    }

    public override Task Types(string person, string words) => windows[person].Types(words);

    public override Task Taps(string person, Button button) => throw new InvalidOperationException("Nothing can be tapped here.");

    public override Task SendsPicture(string person, string words) => throw new InvalidOperationException("Nothing can be sent here.");

    public override Task OpensChat(string person) => (windows[person] = new Window(Itself, Clock)).IsAsked();

    public override Task Staff(string person, Deed deed) => throw new InvalidOperationException("There is no desk here.");

    public override Task Quiet() => Task.CompletedTask;

    public override Task<IReadOnlyList<Shown>> News(string person) => Task.FromResult<IReadOnlyList<Shown>>([new Shown(windows[person].Printed(), [])]);

    public override Task<Outcome?> Outcome(string person) => Task.FromResult<Outcome?>(new Outcome(windows[person].Remembered, HasCase: false, Told: []));

    // All of a turn is one print: the words, the addresses, and in brackets what can be typed.
    public override IReadOnlyList<Shown> Renders(IReadOnlyList<Shown> said, IReadOnlyList<Note> notes) =>
        [new Shown(string.Concat(said.Select(Print)) + (notes.Any(it => it is Note.HandedOver) ? TerminalChat.NobodyHere + "\n" : ""), [])];

    public override void Fits(Shown message) => Assert.DoesNotContain('\u001b', message.Text);

    private static string Print(Shown said) => string.Concat(
        [
            $"{said.Text}\n",
            .. said.Buttons.Where(it => it.Opens is not null).Select(it => $"{it.Title}: {it.Opens}\n"),
            said.Buttons.Any(it => it.Sends is not null) ? string.Join(" ", said.Buttons.Where(it => it.Sends is not null).Select(it => $"[{it.Title}]")) + "\n" : "",
        ]);

    /// <summary>A terminal before which somebody sits.</summary>
    private sealed class Window : TextReader
    {
        private readonly Channel<string?> typed = Channel.CreateUnbounded<string?>();
        private readonly SemaphoreSlim asked = new(0);
        private readonly StringWriter screen = new() { NewLine = "\n" };
        private readonly TerminalChat chat;
        private readonly Task<int> talk;

        public Window(Bot bot, TimeProvider clock)
        {
            chat = new TerminalChat(bot, clock);
            talk = chat.Talk(this, screen, TestContext.Current.CancellationToken);
        }

        public Conversation Remembered => chat.Conversation;

        /// <summary>Until the next line is asked for: then everything that follows from the last has been printed.</summary>
        public Task IsAsked() => asked.WaitAsync(TestContext.Current.CancellationToken);

        public async Task Types(string words)
        {
            typed.Writer.TryWrite(words);
            await IsAsked();
        }

        /// <summary>What has been printed since this was last asked, without the sign that asks.</summary>
        public string Printed()
        {
            var text = screen.ToString();
            screen.GetStringBuilder().Clear();
            return text.EndsWith("\n> ", StringComparison.Ordinal) ? text[..^3] : text;
        }

        public async Task Leaves()
        {
            typed.Writer.TryWrite("/thoát");
            Assert.Equal(0, await talk);
        }

        public override async ValueTask<string?> ReadLineAsync(CancellationToken cancellationToken)
        {
            asked.Release();
            return await typed.Reader.ReadAsync(cancellationToken);
        }
    }
}
