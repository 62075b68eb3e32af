namespace ChatBot.Web.Channels;

/// <summary>What somebody wrote under a post of a page, for all to read.</summary>
public sealed record PageComment(string Channel, string Page, string CommentId, string Text, DateTimeOffset At);

/// <summary>The door for comments: returns once they are durable, as <see cref="Keep"/> does.</summary>
/// <exception cref="Data.StoreUnavailable">Nothing was kept: the web edge answers 503 and the platform brings it again.</exception>
public delegate Task KeepComments(IReadOnlyList<PageComment> comments, CancellationToken cancellationToken);
