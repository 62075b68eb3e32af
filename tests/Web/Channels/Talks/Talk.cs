using System.Globalization;
using ChatBot.Talk.Handoff;

namespace ChatBot.Web.Tests.Channels.Talks;

/// <summary>What somebody does in a talk.</summary>
public enum Deed
{
    Types,

    /// <summary>Taps the button of this title.</summary>
    Taps,

    /// <summary>Perhaps with words.</summary>
    SendsPicture,

    OpensChat,

    AdvisorTakes,

    AdvisorEnds,

    /// <summary>The program asks by itself how it was: nobody does anything, the clock has come so far.</summary>
    BotAsks,
}

/// <summary>A line of a talk in which something is done.</summary>
/// <param name="Words">What is typed, the title of the button, or what stands beside the picture.</param>
public sealed record TalkLine(string Where, DateTimeOffset At, Deed Deed, string Words = "");

/// <summary>A talk of `tests/conversations`: what is done in it, and when. What is answered is the bot's matter and tried there; here every channel must answer the same.</summary>
public sealed record Talk(string Name, IReadOnlyList<TalkLine> Lines)
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "conversations");

    /// <summary>Asks three times in one talk how it was, which the program does once a case.</summary>
    private const string NotWithTheProgram = "hai-long-gop-y.txt";

    public bool HasAdvisor => Lines.Any(it => it.Deed is Deed.AdvisorTakes or Deed.AdvisorEnds);

    /// <summary>The same where a talk always begins with opening the chat.</summary>
    public IEnumerable<TalkLine> Opened => Lines.Where(it => it.Deed != Deed.OpensChat).Prepend(new TalkLine(Name, Lines[0].At, Deed.OpensChat));

    public bool HasTaps => Lines.Any(it => it.Deed == Deed.Taps);

    public static IReadOnlyList<Talk> All { get; } =
        [.. Directory.GetFiles(Folder, "*.txt").Order().Where(it => Path.GetFileName(it) != NotWithTheProgram).Select(it => Read(Path.GetFileName(it), File.ReadAllLines(it)))];

    public static Talk Read(string name, IEnumerable<string> lines)
    {
        var (now, number, read) = (new DateTimeOffset(2026, 11, 23, 9, 0, 0, OfficeHours.Offset), 0, new List<TalkLine>());
        foreach (var line in lines.Select(it => it.Trim()))
        {
            number++;
            if (line.StartsWith("@ ", StringComparison.Ordinal))
                now = DateTimeOffset.ParseExact(line[2..] + " +07:00", "yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture).AddMinutes(-1);
            if (line is not ['>' or '=', ' ', .. var words])
                continue;
            var (deed, after) = Meant(line[0], words);
            now += after;
            read.Add(new TalkLine($"{name}:{number}", now, deed, Words(deed, words)));
        }

        return new Talk(name, read);
    }

    private static string Words(Deed deed, string words) => deed switch
    {
        Deed.Taps => words[1..^1],
        Deed.SendsPicture => words["(ảnh)".Length..].Trim(),
        _ => words,
    };

    private static (Deed Deed, TimeSpan After) Meant(char sign, string words) => (sign, words) switch
    {
        ('=', "tư vấn viên nhận") => (Deed.AdvisorTakes, TimeSpan.Zero),
        ('=', "tư vấn viên kết thúc") => (Deed.AdvisorEnds, TimeSpan.Zero),
        ('=', "bot hỏi hài lòng") => (Deed.BotAsks, TimeSpan.FromMinutes(5)),
        ('=', _) => throw new InvalidDataException($"“= {words}” means nothing in a talk."),
        (_, ['(', 'ả', 'n', 'h', ')', ..]) => (Deed.SendsPicture, TimeSpan.FromMinutes(1)),
        (_, "(mở trò chuyện)") => (Deed.OpensChat, TimeSpan.FromMinutes(1)),
        (_, ['[', .., ']']) => (Deed.Taps, TimeSpan.FromMinutes(1)),
        _ => (Deed.Types, TimeSpan.FromMinutes(1)),
    };
}
