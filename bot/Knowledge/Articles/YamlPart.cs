using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ChatBot.Knowledge.Articles;

/// <summary>A mapping of a YAML file that remembers its lines and gathers the mistakes met on the way.</summary>
public sealed class YamlPart
{
    private readonly YamlMappingNode node;
    private readonly int linesBefore;
    private readonly List<Mistake> mistakes;

    private YamlPart(string file, YamlMappingNode node, int linesBefore, List<Mistake> mistakes)
    {
        File = file;
        this.node = node;
        this.linesBefore = linesBefore;
        this.mistakes = mistakes;
    }

    public string File { get; }

    public int Line => node.Start.Line > 0 ? (int)node.Start.Line + linesBefore : 1;

    public IEnumerable<string> Keys => node.Children.Keys.OfType<YamlScalarNode>().Select(it => it.Value ?? "");

    /// <summary>Reads a file that is one mapping; null, with the mistake told, when it is none.</summary>
    /// <param name="linesBefore">Lines of the file that stand before <paramref name="text"/>.</param>
    public static YamlPart? Read(string file, string text, List<Mistake> mistakes, int linesBefore = 0)
    {
        var root = Root(file, text, mistakes, linesBefore);
        if (root is YamlMappingNode mapping)
            return new YamlPart(file, mapping, linesBefore, mistakes);
        if (root is not null)
            mistakes.Add(new Mistake(file, (int)root.Start.Line + linesBefore, "cần các dòng dạng 'tên: giá trị'"));
        return null;
    }

    /// <summary>Reads a file that is a list of mappings.</summary>
    public static IReadOnlyList<YamlPart> ReadList(string file, string text, List<Mistake> mistakes)
    {
        var root = Root(file, text, mistakes, 0);
        if (root is null)
            return [];
        if (root is not YamlSequenceNode list)
        {
            mistakes.Add(new Mistake(file, 1, "cần một danh sách, mỗi mục bắt đầu bằng '- '"));
            return [];
        }

        return Parts(list, file, 0, mistakes);
    }

    /// <summary>The line a key stands on, or the line of the whole part when it is missing.</summary>
    public int LineOf(string key) =>
        node.Children.Keys.OfType<YamlScalarNode>().FirstOrDefault(it => it.Value == key) is { } name ? (int)name.Start.Line + linesBefore : Line;

    public void Tell(string key, string message) => mistakes.Add(new Mistake(File, LineOf(key), message));

    public void Tell(int line, string message) => mistakes.Add(new Mistake(File, line, message));

    /// <summary>The text of <paramref name="key"/>; null when absent or empty.</summary>
    public string? Text(string key) => Value(key) switch
    {
        null => null,
        YamlScalarNode { Value: { } text } => text.Trim() is { Length: > 0 } some ? some : null,
        _ => Wrong<string>(key, $"'{key}:' cần một giá trị trên cùng dòng"),
    };

    /// <summary>The text of <paramref name="key"/>; empty, with the mistake told, when it is missing.</summary>
    public string Needed(string key)
    {
        var text = Text(key);
        if (text is null)
            Tell(key, $"thiếu dòng '{key}:'");
        return text ?? "";
    }

    /// <summary>A day as <c>2026-01-31</c>; null when absent or, with the mistake told, no day.</summary>
    public DateOnly? Day(string key) => Text(key) switch
    {
        null => null,
        var text when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day,
        var text => Wrong<DateOnly?>(key, $"'{key}: {text}' không phải là ngày dạng năm-tháng-ngày, ví dụ 2026-01-31"),
    };

    public DateOnly NeededDay(string key)
    {
        if (Text(key) is null)
            Tell(key, $"thiếu dòng '{key}:'");
        return Day(key) ?? default;
    }

    public decimal NeededNumber(string key)
    {
        var text = Needed(key);
        if (decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number))
            return number;
        return text.Length == 0 ? 0 : Wrong<decimal>(key, $"'{key}: {text}' không phải là số");
    }

    /// <summary>The items of a list with their lines; empty when absent.</summary>
    public IReadOnlyList<(string Text, int Line)> Items(string key) => Value(key) switch
    {
        null => [],
        YamlScalarNode { Value: "" or null } => [],
        YamlSequenceNode list => [.. list.Children.Select(it => Item(key, it)).OfType<(string, int)>()],
        _ => Wrong<(string, int)[]>(key, $"'{key}:' cần một danh sách, mỗi mục một dòng bắt đầu bằng '- '") ?? [],
    };

    /// <summary>The mappings listed under <paramref name="key"/>.</summary>
    public IReadOnlyList<YamlPart> List(string key) => Value(key) switch
    {
        null => [],
        YamlSequenceNode list => Parts(list, File, linesBefore, mistakes),
        _ => Wrong<YamlPart[]>(key, $"'{key}:' cần một danh sách, mỗi mục bắt đầu bằng '- '") ?? [],
    };

    /// <summary>The mapping under <paramref name="key"/>; null when absent or something else.</summary>
    public YamlPart? Part(string key) => Value(key) switch
    {
        null => null,
        YamlMappingNode part => new YamlPart(File, part, linesBefore, mistakes),
        _ => Wrong<YamlPart>(key, $"'{key}:' cần các dòng dạng 'tên: giá trị' thụt vào trong"),
    };

    private YamlNode? Value(string key) => node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;

    private (string, int)? Item(string key, YamlNode item)
    {
        if (item is YamlScalarNode { Value: { } text } && text.Trim().Length > 0)
            return (text.Trim(), (int)item.Start.Line + linesBefore);

        mistakes.Add(new Mistake(File, (int)item.Start.Line + linesBefore, $"một mục của '{key}:' trống hoặc có dấu hai chấm: đặt cả câu trong dấu nháy kép"));
        return null;
    }

    private T? Wrong<T>(string key, string message)
    {
        Tell(key, message);
        return default;
    }

    private static YamlPart[] Parts(YamlSequenceNode list, string file, int linesBefore, List<Mistake> mistakes)
    {
        foreach (var stranger in list.Children.Where(it => it is not YamlMappingNode))
            mistakes.Add(new Mistake(file, (int)stranger.Start.Line + linesBefore, "mục này cần các dòng dạng 'tên: giá trị'"));

        return [.. list.Children.OfType<YamlMappingNode>().Select(it => new YamlPart(file, it, linesBefore, mistakes))];
    }

    private static YamlNode? Root(string file, string text, List<Mistake> mistakes, int linesBefore)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents.Count > 0)
                return stream.Documents[0].RootNode;
            mistakes.Add(new Mistake(file, 0, "tệp trống"));
        }
        catch (YamlException wrong)
        {
            mistakes.Add(new Mistake(file, (int)wrong.Start.Line + linesBefore, Said(wrong)));
        }

        return null;
    }

    private static string Said(YamlException wrong) => wrong.Message.Contains("Duplicate", StringComparison.OrdinalIgnoreCase)
        ? "một tên đứng hai lần"
        : "dòng này sai cách viết: xem lại thụt đầu dòng, dấu hai chấm và dấu nháy (giá trị có ': ' hoặc bắt đầu bằng { [ - @ ? phải đặt trong nháy kép)";
}
