using System.Diagnostics;
using System.Globalization;
using System.Text;
using CsCheck;

namespace ChatBot.Web.Tests.Channels.Fuzzing;

/// <summary>A body somebody changed.</summary>
internal sealed record Fuzzed(byte[] Original, IReadOnlyList<Mutation> Changes)
{
    public byte[] Body { get; } = Changes.Aggregate(Original, (body, change) => change(body));

    public bool IsSame => Body.AsSpan().SequenceEqual(Original);

    /// <summary>The same changes made to something that stands beside the body, such as a signature.</summary>
    public string Twist(string text) => Encoding.Latin1.GetString(Changes.Aggregate(Encoding.Latin1.GetBytes(text), (body, change) => change(body)));

    // What a failure shows, with the seed by which CsCheck makes it again.
    public override string ToString() => $"{Body.Length} bytes, base64: {Convert.ToBase64String(Body.AsSpan(0, Math.Min(Body.Length, 6000)))}";
}

/// <summary>Brings a reader many changed bodies. FUZZ_BODIES says how many; CsCheck_Seed brings one again that failed.</summary>
internal static class Fuzz
{
    private const long Usual = 100_000;

    private static readonly TimeSpan MayTake = TimeSpan.FromSeconds(1);

    public static IReadOnlyList<byte[]> Seeds(string channel) => [.. Directory.GetFiles(Path.Combine(Repository.Root, "tests", "payloads", channel), "*.json").Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];

    public static IReadOnlyList<byte[]> Seeds(params string[] bodies) => [.. bodies.Select(Encoding.UTF8.GetBytes)];

    /// <param name="read">Throws when the body was not read, or refused, as it should be.</param>
    public static async Task Try(IReadOnlyList<byte[]> seeds, int largest, Func<Fuzzed, Task> read)
    {
        var many = long.TryParse(Environment.GetEnvironmentVariable("FUZZ_BODIES"), CultureInfo.InvariantCulture, out var wanted) ? wanted : Usual;
        var (slowest, size, watch, one) = (TimeSpan.Zero, 0, Stopwatch.StartNew(), new Lock());
        await Gen.Select(Mutations.Any(seeds), Mutations.Of(seeds, largest).Array[1, 4], (original, changes) => new Fuzzed(original, changes)).SampleAsync(async it =>
        {
            var took = await Took(it, read);
            // A busy machine may stand still for a while, but not each time.
            for (var again = 0; again < 2 && took > MayTake; again++)
                took = await Took(it, read) is var now && now < took ? now : took;
            Assert.True(took <= MayTake, $"It took {took.TotalSeconds:0.0} s.");
            lock (one)
                if (took > slowest)
                    (slowest, size) = (took, it.Body.Length);
        }, iter: many, print: it => it.ToString());
        TestContext.Current.TestOutputHelper!.WriteLine($"{many} bodies in {watch.Elapsed.TotalSeconds:0} s, {many / watch.Elapsed.TotalSeconds:0} a second; the slowest, of {size} bytes, took {slowest.TotalMilliseconds:0} ms.");
    }

    private static async Task<TimeSpan> Took(Fuzzed it, Func<Fuzzed, Task> read)
    {
        var watch = Stopwatch.StartNew();
        await read(it);
        return watch.Elapsed;
    }
}
