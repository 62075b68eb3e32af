using ChatBot.Knowledge.Search;
using ChatBot.Talk.Activities;

namespace ChatBot.Talk;

/// <summary>What one turn comes to: what is remembered, what is said, and what the staff should hear of.</summary>
public sealed record Turn(Conversation After, IReadOnlyList<Activity> Replies)
{
    /// <summary>Which way the turn went, for the exam and the journal.</summary>
    public TurnKind Kind { get; init; } = TurnKind.Chat;

    /// <summary>What the knowledge base gave, when it was asked.</summary>
    public Outcome? Found { get; init; }

    /// <summary>Things for staff: an unanswered question, a hand-over, a thumb.</summary>
    public IReadOnlyList<Note> Notes { get; init; } = [];
}

/// <summary>The ways a turn can go, as `measure` prints them.</summary>
public enum TurnKind
{
    /// <summary>An article, or the law's own wording, answered.</summary>
    Answer,

    /// <summary>Two or three articles were offered.</summary>
    Choices,

    /// <summary>Nothing fits; a person was offered.</summary>
    None,

    /// <summary>The matter goes to an advisor.</summary>
    Person,

    /// <summary>Small talk, disclosure, help, thanks.</summary>
    Chat,

    /// <summary>A step of a dialog.</summary>
    Dialog,

    /// <summary>The knowledge base cannot be asked at the moment.</summary>
    Unavailable,

    /// <summary>An advisor owns the conversation: the bot says nothing.</summary>
    Silent,
}

/// <summary>Something the staff should hear of.</summary>
public abstract record Note
{
    private Note() { }

    /// <summary>A question nothing in the knowledge base fits; it lands in the editors' list.</summary>
    public sealed record Unanswered(string Question) : Note;

    /// <summary>The conversation waits for an advisor.</summary>
    /// <param name="Reason">One Vietnamese sentence for the desk: why.</param>
    /// <param name="Urgent">A hot spot: an accident, violence, a strike.</param>
    public sealed record HandedOver(string Reason, bool Urgent) : Note;

    /// <summary>The worker wants the bot again and waits for nobody.</summary>
    public sealed record Returned : Note;

    /// <summary>👍 or 👎 for an article, with the worker's reason when given.</summary>
    public sealed record Feedback(string Article, bool Helpful, string? Reason) : Note;

    /// <summary>How it was, from the worker: a score of 1 to 5, or a few words.</summary>
    public sealed record Surveyed(int? Score, string? Words) : Note;

    /// <summary>The worker asked that what we keep of them be deleted.</summary>
    public sealed record DeletionAsked : Note;
}
