using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace ChatBot.Talk;

/// <summary>What the bot says of itself: texts that editors may change, kept in `knowledge-base/_phrases/`.</summary>
public sealed class Phrases
{
    private readonly Dictionary<string, string> texts;

    private Phrases(Dictionary<string, string> texts, SmallTalk smallTalk)
    {
        this.texts = texts;
        SmallTalk = smallTalk;
    }

    public SmallTalk SmallTalk { get; }

    /// <exception cref="PhrasesException">The phrase is missing; the message names the file to mend.</exception>
    public string this[string name] => texts.TryGetValue(name, out var text)
        ? text
        : throw new PhrasesException($"Thiếu câu '{name}': thêm vào knowledge-base/_phrases/cau-noi.yaml");

    /// <summary>The phrase with its blanks filled: <c>phrases.With("ngoai-gio", ("gio", "7:30"))</c>.</summary>
    public string With(string name, params ReadOnlySpan<(string Blank, string Value)> values)
    {
        var text = this[name];
        foreach (var (blank, value) in values)
            text = text.Replace("{" + blank + "}", value, StringComparison.Ordinal);

        return text;
    }

    /// <exception cref="PhrasesException">A file cannot be read, or a phrase the bot needs is missing; says which and where.</exception>
    public static Phrases Read(string sentences, string smallTalk)
    {
        var yaml = new DeserializerBuilder().Build();
        var phrases = new Phrases(
            Parse<Dictionary<string, string>>(yaml, sentences, "cau-noi.yaml"),
            new SmallTalk(Parse<List<SmallTalk.Topic>>(yaml, smallTalk, "tro-chuyen.yaml")));
        foreach (var name in PhraseNames.All)
            _ = phrases[name];

        return phrases;
    }

    private static T Parse<T>(IDeserializer yaml, string text, string file)
    {
        try
        {
            return yaml.Deserialize<T>(text.Normalize()) ?? throw new PhrasesException($"_phrases/{file}: tệp trống");
        }
        catch (YamlException trouble)
        {
            throw new PhrasesException($"_phrases/{file}:{trouble.Start.Line}: {trouble.InnerException?.Message ?? trouble.Message}");
        }
    }
}

/// <summary>The phrases cannot be used; the message names file, line and what is wrong.</summary>
public sealed class PhrasesException(string message) : Exception(message);
