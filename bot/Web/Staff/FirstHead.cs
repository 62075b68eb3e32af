using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Staff;

/// <summary>The way in while nobody is on the staff: a link that works once, for a day, on the machine that printed it.</summary>
public sealed class FirstHead(IDbContextFactory<ChatDb> databases, GroupCommit store, TimeProvider time)
{
    public const string Path = "/staff/bat-dau";

    public static readonly TimeSpan Holds = TimeSpan.FromHours(24);

    private readonly SemaphoreSlim one = new(1, 1);

    private volatile Door? door;

    /// <summary>Makes a new link, the only one that works from now on.</summary>
    /// <returns>Its path and query, or null when somebody is on the staff already.</returns>
    public async Task<string?> Open(CancellationToken cancellationToken)
    {
        if (await SomebodyIsThere(cancellationToken))
            return null;
        var code = SecretCode.Make();
        door = new Door(SecretCode.Hash(code), time.GetUtcNow() + Holds);
        return $"{Path}?ma={code}";
    }

    public bool Fits(string? code) => code is not null && door is { } now && now.Hash == SecretCode.Hash(code) && time.GetUtcNow() < now.Until;

    /// <summary>Creates the head of staff and shuts the door.</summary>
    /// <returns>What Identity says of the account, or null when the link does not work any more.</returns>
    public async Task<IdentityResult?> Create(string? code, StaffMember head, string password, UserManager<StaffMember> accounts)
    {
        await one.WaitAsync();
        try
        {
            if (!Fits(code) || await SomebodyIsThere(CancellationToken.None))
                return null;
            var result = await accounts.CreateAsync(head, password);
            if (!result.Succeeded)
                return result;
            door = null;
            await store.Write((db, token) => db.Append(new AuditEntry(time.GetUtcNow(), head.Id, "first-head", null, null), token), CancellationToken.None);
            return await accounts.AddToRolesAsync(head, [StaffRoles.Head, StaffRoles.Advisor]);
        }
        finally
        {
            one.Release();
        }
    }

    private async Task<bool> SomebodyIsThere(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Users.AnyAsync(cancellationToken);
    }

    private sealed record Door(string Hash, DateTimeOffset Until);
}
