using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;

namespace ChatBot.Web.Conversations;

/// <summary>What the desk is narrowed to; as it stands in the address.</summary>
/// <param name="Words">Sought without accents in names, texts, notes and case numbers, in all lists; null: not sought.</param>
public sealed record DeskSearch(string? Words = null, string? Channel = null, string? Area = null, long? Unit = null, long? Label = null)
{
    /// <summary>The conversations of every team, not only one's own and those of none.</summary>
    public bool AllUnits { get; init; }

    private const int MostWords = 12;

    public static DeskSearch Nothing { get; } = new();

    public bool HasWords => Folded.Count > 0;

    /// <summary>Whoever is found by it, something is known of.</summary>
    public bool AsksForFacts => HasWords || Area is not null || Label is not null;

    private List<string> Folded => [.. (Folding.Of(Words) ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct().Take(MostWords)];

    /// <summary>Narrows the rows. All words stand in the name, or all in one line of the transcript.</summary>
    public IQueryable<ConversationRow> Narrow(IQueryable<ConversationRow> rows, ChatDb db)
    {
        if (Channel is not null)
            rows = rows.Where(row => row.Channel == Channel);
        if (Unit is not null)
            rows = rows.Where(row => row.Unit == Unit);
        if (Area is not null)
            rows = rows.Where(row => db.Cases.Where(it => it.ConversationId == row.Id).OrderByDescending(it => it.Id).Select(it => it.Area).FirstOrDefault() == Area);
        if (Label is not null)
            rows = rows.Where(row => db.CaseLabels.Any(put => put.LabelId == Label && put.CaseId == db.Cases.Where(it => it.ConversationId == row.Id).Max(it => it.Id)));
        return HasWords ? WithWords(rows, db) : rows;
    }

    private IQueryable<ConversationRow> WithWords(IQueryable<ConversationRow> rows, ChatDb db)
    {
        var (named, said) = (db.Conversations.Where(it => it.FoldedName != null), db.Said.Where(it => it.Folded != null));
        foreach (var word in Folded)
        {
            named = named.Where(it => it.FoldedName!.Contains(word));
            said = said.Where(it => it.Folded!.Contains(word));
        }

        var number = Folded[0];
        var numbered = db.Cases.Where(it => it.Number.Contains(number));
        return rows.Where(row => named.Any(it => it.Id == row.Id) || said.Any(it => it.ConversationId == row.Id) || numbered.Any(it => it.ConversationId == row.Id));
    }
}
