using System.Text.RegularExpressions;
using ChatBot.Knowledge.Vietnamese;
using YamlDotNet.Serialization;

namespace ChatBot.Talk;

/// <summary>Greetings, thanks, "are you a robot?", and typed commands: known only when the whole message is nothing else, or contains a telling piece.</summary>
public sealed partial class SmallTalk
{
    private static readonly HashSet<string> Politeness =
        ["a", "ak", "ah", "nhe", "nha", "nhi", "oi", "da", "em", "e", "minh", "voi", "ban", "ad", "admin", "shop", "anh", "chi", "nhieu", "lam", "qua", "rat", "luon"];

    private readonly Dictionary<string, Topic> byWords = [];
    private readonly List<(string Piece, Topic Topic)> byPiece = [];

    /// <param name="topics">A wording that stands under two topics belongs to the first.</param>
    public SmallTalk(IEnumerable<Topic> topics)
    {
        foreach (var topic in topics)
        {
            foreach (var wording in topic.When)
                byWords.TryAdd(Bare(wording), topic);
            byPiece.AddRange(topic.Containing.Select(piece => (Bare(piece), topic)));
        }
    }

    /// <summary>The topic the message is about, or null.</summary>
    public Topic? Find(string message)
    {
        var bare = Bare(message);
        return byWords.GetValueOrDefault(bare)
            ?? byPiece.FirstOrDefault(it => $" {bare} ".Contains($" {it.Piece} ", StringComparison.Ordinal)).Topic;
    }

    // "Dạ em chào ad ạ!!!" and "chao ad" are one wording: what is only politeness is left out, unless nothing else is there.
    private static string Bare(string message)
    {
        var words = NotWord().Split(Text.Fold(message)).Where(it => it.Length > 0).ToList();
        var kept = words.Where(it => !Politeness.Contains(it)).ToList();
        return words.Count == 0 ? message.Trim() : string.Join(' ', kept.Count > 0 ? kept : words);
    }

    [GeneratedRegex(@"[^\p{L}\p{N}]+")]
    private static partial Regex NotWord();

    /// <summary>One kind of small talk.</summary>
    public sealed class Topic
    {
        [YamlMember(Alias = "ten")]
        public string Name { get; set; } = "";

        /// <summary>The messages it answers, each as a whole.</summary>
        [YamlMember(Alias = "khi")]
        public List<string> When { get; set; } = [];

        /// <summary>Pieces that are enough wherever they stand in a message.</summary>
        [YamlMember(Alias = "chua")]
        public List<string> Containing { get; set; } = [];

        [YamlMember(Alias = "tra-loi")]
        public string Reply { get; set; } = "";

        /// <summary>The button this wording stands for (see <see cref="Tap"/>); null for mere talk.</summary>
        [YamlMember(Alias = "lenh")]
        public string? Command { get; set; }
    }
}
