using ChatBot.Knowledge.Law;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Data.Knowledge;

/// <summary>The statute texts somebody has imported.</summary>
public sealed class StatuteStore(GroupCommit store, IDbContextFactory<ChatDb> databases)
{
    /// <summary>Keeps a statute, in place of what was there under its number.</summary>
    public Task Keep(LawDocument document, IReadOnlyList<Provision> provisions, CancellationToken cancellationToken) => throw new NotSupportedException(store.ToString());

    public Task<IReadOnlyList<Provision>> All(CancellationToken cancellationToken) => throw new NotSupportedException(databases.ToString());
}
