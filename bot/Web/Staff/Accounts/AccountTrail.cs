using ChatBot.Web.Data;
using Microsoft.AspNetCore.Identity;

namespace ChatBot.Web.Staff.Accounts;

/// <summary>Changes of accounts with their line in the audit trail.</summary>
internal static class AccountTrail
{
    /// <summary>Both are kept or neither; of what Identity refuses nothing is.</summary>
    public static async Task<IdentityResult> WithTrail(this ChatDb db, AuditEntry entry, Func<Task<IdentityResult>> act)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
        var result = await act();
        if (!result.Succeeded)
            return result;
        await db.Append(entry, CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        return result;
    }
}
