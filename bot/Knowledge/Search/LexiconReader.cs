using ChatBot.Knowledge.Articles;
using ChatBot.Knowledge.Vietnamese;

namespace ChatBot.Knowledge.Search;

/// <summary>Reads the files of <c>_lexicon/</c>; a missing file is an empty list.</summary>
internal static class LexiconReader
{
    /// <param name="read">Gives a file's text by its name, null when it is missing.</param>
    public static Lexicon Read(Func<string, string?> read, List<Mistake> mistakes)
    {
        return new Lexicon
        {
            Shorthand = Part("viet-tat.yaml") is { } part ? new Shorthand(Words(part.Part("tu")), Words(part.Part("sau-so"))) : Shorthand.Empty,
            Synonyms = SynonymGroups("tu-dong-nghia.yaml"),
            Aspects = SynonymGroups("hoi-gi.yaml"),
            SmallTalk = Part("loi-dem.yaml") is { } talk ? Phrases(talk, "loi-dem") : [],
            Examples = [.. SynonymGroups("vi-du-nhay-cam.yaml"), .. SynonymGroups("vi-du-khac.yaml")],
            Sensitive = Groups("nhay-cam.yaml"),
            OutOfScope = Groups("ngoai-pham-vi.yaml"),
        };

        YamlPart? Part(string name) => read(name) is { } text ? YamlPart.Read(File(name), text, mistakes) : null;

        IReadOnlyList<SynonymGroup> SynonymGroups(string name) => Part(name) is { } groups ? [.. groups.Keys.Select(it => new SynonymGroup(it, Phrases(groups, it)))] : [];

        IReadOnlyList<PhraseGroup> Groups(string name) => read(name) is { } text
            ? [.. YamlPart.ReadList(File(name), text, mistakes).Select(Group)]
            : [];
    }

    private static string File(string name) => $"_lexicon/{name}";

    private static Dictionary<string, string> Words(YamlPart? part) =>
        part?.Keys.ToDictionary(it => it.ToLowerInvariant().Normalize(), part.Needed) ?? [];

    private static IReadOnlyList<string> Phrases(YamlPart part, string key) => [.. part.Items(key).Select(it => it.Text)];

    private static PhraseGroup Group(YamlPart part)
    {
        if (part.Items("khi").Count == 0)
            part.Tell("khi", "thiếu dòng 'khi:' với ít nhất một mẫu");
        return new PhraseGroup(part.Needed("ten"), part.Needed("ly-do"), Patterns(part, "khi"), Patterns(part, "tru")) { Articles = [.. part.Items("bai").Select(it => it.Text)] };
    }

    private static List<PhrasePattern> Patterns(YamlPart part, string key)
    {
        var patterns = part.Items(key).Select(it => (Pattern: PhrasePattern.Parse(it.Text), it.Line)).ToList();
        foreach (var (_, line) in patterns.Where(it => it.Pattern.Parts.Any(p => p.Count == 0)))
            part.Tell(line, "mẫu có phần trống: giữa hai dấu '+' cần ít nhất một cụm từ");
        return [.. patterns.Select(it => it.Pattern).Where(it => it.Parts.All(p => p.Count > 0))];
    }
}
