using ChatBot.Knowledge.Articles;

namespace ChatBot.Web.Data.Knowledge;

/// <summary>What an import did.</summary>
/// <param name="Proposed">Files that wait beside an article an editor has changed.</param>
/// <param name="Mistakes">Files that could not be read; the rest went on.</param>
public sealed record ImportReport(int Added, int Renewed, int Proposed, IReadOnlyList<Mistake> Mistakes);

/// <summary>Brings the files of the knowledge-base folder into the database; an article an editor has changed is never overwritten.</summary>
public sealed class KnowledgeImport(GroupCommit store)
{
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public Task<ImportReport> Import(string folder, CancellationToken cancellationToken) => throw new NotSupportedException(folder + store);
}
