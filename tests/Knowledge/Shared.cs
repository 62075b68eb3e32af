using ChatBot.Knowledge.Law;
using ChatBot.Knowledge.Search;

namespace ChatBot.Knowledge.Tests;

/// <summary>What is read or built once for many tests.</summary>
internal static class Shared
{
    public static readonly DateOnly Today = new(2026, 11, 23);

    private static readonly Lazy<KnowledgeReading> Reading = new(() => KnowledgeFolder.Read(Folder("knowledge-base")));
    private static readonly Lazy<Answering> Answers = new(() => new Answering(KnowledgeIndex.Build(Shipped)));

    public static KnowledgeReading ShippedReading => Reading.Value;

    public static KnowledgeContent Shipped => Reading.Value.Content;

    /// <summary>Answers from what we ship: no statute texts.</summary>
    public static Answering Shipping => Answers.Value;

    public static LawCatalogue Catalogue => Shipped.Catalogue;

    public static Outcome Ask(string text, string? context = null) => Shipping.Ask(new Question(text, Today, context));

    /// <summary>A folder of the repository.</summary>
    public static string Folder(string name) => Path.Combine(Repository.Root, name);
}
