using Microsoft.EntityFrameworkCore.Storage;

namespace ChatBot.Web.Data;

/// <summary>One caller's changes on their way into a shared transaction.</summary>
internal abstract class WriteUnit(CancellationToken cancellationToken)
{
    private const string Savepoint = "unit";
    private const int MostCollisions = 3;

    private Exception? failure;
    private int collisions;

    /// <summary>Its caller went away before it was begun.</summary>
    public bool IsGivenUp => cancellationToken.IsCancellationRequested && Cancel();

    /// <summary>Another machine was in its way: it must be run again, alone.</summary>
    public bool Collided => !IsTold && failure is not null && collisions <= MostCollisions && StoreUnavailable.IsCollision(failure);

    protected abstract bool IsTold { get; }

    /// <summary>Runs it between a savepoint and its release; a failure is kept, and only its own changes are taken back.</summary>
    public async Task Run(ChatDb db, IDbContextTransaction transaction)
    {
        failure = null;
        await transaction.CreateSavepointAsync(Savepoint, CancellationToken.None);
        try
        {
            await Work(db);
            await db.SaveChangesAsync(CancellationToken.None);
        }
        catch (Exception trouble)
        {
            failure = trouble;
            collisions += StoreUnavailable.IsCollision(trouble) ? 1 : 0;
            await transaction.RollbackToSavepointAsync(Savepoint, CancellationToken.None);
        }

        db.ChangeTracker.Clear();
        await transaction.ReleaseSavepointAsync(Savepoint, CancellationToken.None);
    }

    /// <summary>After the commit: says to the caller how it went, unless it runs again.</summary>
    public void Tell()
    {
        if (failure is null)
            Succeed();
        else if (!Collided)
            Fail(StoreUnavailable.From(failure) ?? failure);
    }

    public abstract void Fail(Exception trouble);

    protected abstract Task Work(ChatDb db);

    protected abstract void Succeed();

    protected abstract bool Cancel();
}

/// <inheritdoc/>
internal sealed class WriteUnit<T>(Func<ChatDb, CancellationToken, Task<T>> work, CancellationToken cancellationToken) : WriteUnit(cancellationToken)
{
    private readonly TaskCompletionSource<T> told = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationToken cancellationToken = cancellationToken;
    private T result = default!;

    public Task<T> Result => told.Task;

    protected override bool IsTold => told.Task.IsCompleted;

    public override void Fail(Exception trouble) => told.TrySetException(trouble);

    // Once begun it is not broken off: half a batch would wait for one caller.
    protected override async Task Work(ChatDb db) => result = await work(db, CancellationToken.None);

    protected override void Succeed() => told.TrySetResult(result);

    protected override bool Cancel() => told.TrySetCanceled(cancellationToken);
}
