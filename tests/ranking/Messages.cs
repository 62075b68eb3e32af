using ChatBot.Knowledge.Search;
using ChatBot.Knowledge.Tests.Search;

namespace ChatBot.RankingLab;

/// <summary>Shows where messages go: to the bot's answers, to a person, or nowhere.</summary>
internal static class Messages
{
    /// <param name="file">A header, then a message a line; what stands behind a tab is not looked at.</param>
    public static int Print(KnowledgeContent content, string file)
    {
        var answering = new Answering(KnowledgeIndex.Build(content));
        var messages = File.ReadLines(file).Skip(1).Select(it => it.Split('\t')[0]).ToList();
        foreach (var (way, write) in Spelled.Ways)
        {
            var went = messages.GroupBy(it => answering.Ask(new Question(write(it), Program.Today)).GetType().Name).OrderByDescending(it => it.Count()).ToList();
            Console.WriteLine($"{way}: {string.Join(", ", went.Select(it => $"{it.Key} {it.Count()}"))}");
            foreach (var (kind, message) in went.Skip(1).SelectMany(it => it.Select(message => (it.Key, message))).Where(_ => way == Spelled.Ways.Keys.First()))
                Console.WriteLine($"    {kind}: {message}");
        }

        return 0;
    }
}
