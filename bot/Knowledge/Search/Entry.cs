using ChatBot.Knowledge.Articles;
using ChatBot.Knowledge.Law;

namespace ChatBot.Knowledge.Search;

/// <summary>Something that can be given as an answer: an article of ours, or a provision in the law's own wording.</summary>
public abstract record Entry
{
    private Entry()
    {
    }

    /// <summary>The article's id, or the provision's <c>45/2019/QH14:35</c>.</summary>
    public abstract string Id { get; }

    public abstract string Title { get; }

    public abstract IReadOnlyList<Citation> Citations { get; }

    /// <summary>The first and the last day on which it holds.</summary>
    public abstract (DateOnly From, DateOnly? Until) InForce { get; }

    public bool InForceOn(DateOnly day) => InForce.From <= day && (InForce.Until is null || day <= InForce.Until);

    /// <summary>An article of ours.</summary>
    public sealed record Ours(Article Article) : Entry
    {
        public override string Id => Article.Id;

        public override string Title => Article.Title;

        public override IReadOnlyList<Citation> Citations => Article.Citations;

        public override (DateOnly From, DateOnly? Until) InForce => (Article.InForceFrom, Article.InForceUntil);
    }

    /// <summary>An article of a statute.</summary>
    public sealed record Statute(Provision Provision) : Entry
    {
        /// <summary>The clause that was asked for; null for the whole article.</summary>
        public string? Clause { get; init; }

        /// <summary>The point that was asked for; null for the whole clause.</summary>
        public string? Point { get; init; }

        public override string Id => $"{Provision.Law}:{Provision.Article}";

        /// <summary>The id with the clause and point behind it, <c>45/2019/QH14:35@2@a</c>; buttons carry it.</summary>
        public string PlacedId => Clause is null && Point is null ? Id : $"{Id}@{Clause}@{Point}";

        /// <summary>The same provision at the place an id like <see cref="PlacedId"/> names.</summary>
        public Statute At(string id) => id.Split('@') is [_, var clause, var point]
            ? this with { Clause = clause.Length > 0 ? clause : null, Point = point.Length > 0 ? point : null }
            : this;

        public override string Title => $"{Provision.Citation.Short}: {Provision.Heading}";

        public override IReadOnlyList<Citation> Citations =>
            [ProvisionExcerpt.Of(Provision, Clause, Point) is null ? Provision.Citation : Provision.Citation with { Clause = Clause, Point = Point }];

        public override (DateOnly From, DateOnly? Until) InForce => (Provision.InForceFrom, Provision.InForceUntil);
    }
}
