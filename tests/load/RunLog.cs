using System.Collections.Concurrent;
using System.Globalization;
using ChatBot.Web.Tests.Houses;

namespace ChatBot.Load;

/// <summary>What Meta saw, also as a file: a line for each message that was acknowledged and each answer that was taken.</summary>
internal sealed class RunLog(string file)
{
    private readonly ConcurrentQueue<(string Person, string Mid, string Article)> acknowledged = new();
    private readonly ConcurrentQueue<(string Person, string Key, string Article)> answers = new();
    private int repeats;

    public string File { get; } = file;

    /// <summary>How often a message had to be brought again.</summary>
    public int Repeats => repeats;

    public IReadOnlyCollection<(string Person, string Mid, string Article)> Messages => acknowledged;

    public IReadOnlyCollection<(string Person, string Key, string Article)> Answers => answers;

    /// <summary>Acknowledged messages that have no answer yet.</summary>
    public int Missing => acknowledged.Count - answers.Count;

    public void Acknowledged(string person, string mid, string article, int attempts)
    {
        Interlocked.Add(ref repeats, attempts - 1);
        acknowledged.Enqueue((person, mid, article));
        Write($"acknowledged {person} {mid} {article} after {attempts.ToString(CultureInfo.InvariantCulture)}");
    }

    public void Taken(GraphMessage message, string? article)
    {
        if (article is not null)
            answers.Enqueue((message.Person, message.Key!, article));
        Write($"taken {message.Person} {message.Key} {article ?? "-"}");
    }

    private void Write(string line)
    {
        lock (answers)
            System.IO.File.AppendAllText(File, $"{TimeProvider.System.GetUtcNow():HH:mm:ss.fff} {line}\n");
    }
}
