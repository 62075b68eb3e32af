using System.Text.RegularExpressions;

namespace ChatBot.Knowledge.Tests;

/// <summary>The rooms stand in a row; each may use those before it, none after it.</summary>
public partial class HouseRulesTests
{
    private const int LongestFile = 300;

    private static readonly string[] Rooms =
    [
        "Knowledge.Vietnamese", "Knowledge.Articles", "Knowledge.Law", "Knowledge.Rates", "Knowledge.Search",
        "Talk.Activities", "Talk.Handoff", "Talk.Dialogs", "Talk",
        "Web.Data", "Web.Reading", "Web.Channels", "Web.Conversations", "Web.Staff", "Web.Advisors", "Web.Editors", "Web",
    ];

    // Neighbours of one kind do not know each other: Messenger and Zalo, two calculators.
    private static readonly string[] RoomsWithNeighbours = ["Talk.Dialogs", "Web.Channels"];

    private static readonly string Bot = Shared.Folder("bot");

    public static TheoryData<string> Files => [.. Directory.GetFiles(Bot, "*.cs", SearchOption.AllDirectories)
        .Concat(Directory.GetFiles(Bot, "*.razor", SearchOption.AllDirectories))
        .Select(it => Path.GetRelativePath(Bot, it).Replace('\\', '/'))
        .Where(it => !it.Contains("/obj/") && !it.Contains("/bin/") && !it.Contains("/Migrations/"))];

    [Theory, MemberData(nameof(Files))]
    public void A_room_uses_only_rooms_before_it(string file)
    {
        var own = RoomOf(file);

        Assert.All(Used(file), used => Assert.True(Place(used) <= Place(own), $"{file} ({own}) uses {used}, which comes after it."));
    }

    [Theory, MemberData(nameof(Files))]
    public void Neighbours_do_not_know_each_other(string file)
    {
        var own = Namespace(file);
        foreach (var room in RoomsWithNeighbours.Where(it => own.StartsWith($"{it}.", StringComparison.Ordinal)))
        {
            var house = FirstFolder(own, room);
            Assert.All(Used(file).Where(it => it.StartsWith($"{room}.", StringComparison.Ordinal)),
                used => Assert.True(FirstFolder(used, room) == house, $"{file} knows its neighbour {used}."));
        }
    }

    [Theory, MemberData(nameof(Files))]
    public void A_file_has_at_most_300_lines(string file) =>
        Assert.True(File.ReadLines(Path.Combine(Bot, file)).Count() <= LongestFile, $"{file} is too long: look for the second thing in it.");

    private static string RoomOf(string file) => Path.GetFileName(file) is "Program.cs" ? "Web" : Namespace(file);

    private static string Namespace(string file) => Path.GetDirectoryName(file)!.Replace('\\', '/').Replace('/', '.');

    // The room with the longest name that fits; what is no room of the list is free.
    private static int Place(string name)
    {
        var room = Rooms.Where(it => name == it || name.StartsWith($"{it}.", StringComparison.Ordinal)).MaxBy(it => it.Length);
        return room is null ? -1 : Array.IndexOf(Rooms, room);
    }

    private static string FirstFolder(string name, string room) => name[(room.Length + 1)..].Split('.')[0];

    private static IEnumerable<string> Used(string file) => File.ReadLines(Path.Combine(Bot, file))
        .Select(it => Using().Match(it)).Where(it => it.Success).Select(it => it.Groups["room"].Value);

    [GeneratedRegex(@"^\s*(?:global |@)?using (?:static )?(?:\w+ = )?ChatBot\.(?<room>[\w.]+);?\s*$")]
    private static partial Regex Using();
}
