using ChatBot.Talk.Activities;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ChatBot.Web.Channels.WebChat;

/// <summary>Files from advisors, for the browser of one visitor. A link is signed for one file of one conversation and stands in its transcript alone; it is good for a day, and each reading brings a new one.</summary>
public sealed class WebChatFiles(WebChatKeys keys, IDbContextFactory<ChatDb> databases, TimeProvider time)
{
    private const string Path = "/chat/tep";

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    public static void Map(IEndpointRouteBuilder app) => app.MapGet(Path, Open);

    /// <summary>A line of ours, with links in the place of files.</summary>
    /// <param name="site">This site as the browser reaches it, `https://…`.</param>
    public Activity Link(Activity said, string conversation, string site) => FileLink.Read(said) is null ? said : said with
    {
        Attachments = [.. said.Attachments!.Select(it => FileLink.Read(it) is { } file ? it with { ContentUrl = $"{site}{Path}?k={Sign(file, conversation)}" } : it)],
    };

    private static async Task<IResult> Open(HttpContext http, string? k, WebChatFiles files, CancellationToken cancellationToken) =>
        await files.Find(k, cancellationToken) is { } file
            ? FileAnswer.Of(http, file.Name, file.MediaType, file.Content)
            : Results.Text("Liên kết này đã hết hạn. Bạn mở lại trang trò chuyện rồi chạm vào tệp lần nữa.", "text/plain; charset=utf-8", statusCode: StatusCodes.Status404NotFound);

    private string Sign(long file, string conversation) => Handler.CreateToken(new SecurityTokenDescriptor
    {
        Claims = new Dictionary<string, object> { ["file"] = file, ["of"] = conversation },
        Expires = (time.GetUtcNow() + Lifetime).UtcDateTime,
        SigningCredentials = new SigningCredentials(keys.Current, SecurityAlgorithms.HmacSha256),
    });

    private async Task<AttachmentRow?> Find(string? link, CancellationToken cancellationToken)
    {
        var read = await Handler.ValidateTokenAsync(link, new TokenValidationParameters
        {
            IssuerSigningKeyResolver = (_, _, id, _) => keys.Find(id) is { } key ? [key] : [],
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            ValidateIssuer = false,
            ValidateAudience = false,
            // By our own clock, below.
            ValidateLifetime = false,
        });
        if (!read.IsValid || read.SecurityToken is not JsonWebToken token || token.ValidTo < time.GetUtcNow().UtcDateTime
            || !token.TryGetPayloadValue<long>("file", out var file) || !token.TryGetPayloadValue<string>("of", out var conversation))
            return null;
        var key = $"{WebChatPayload.Channel}:{WebChatPayload.Page}:{conversation}";
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Attachments.AsNoTracking()
            .SingleOrDefaultAsync(it => it.Id == file && it.ConversationId == key && db.Said.Any(said => said.Id == it.SaidId && said.Author == Author.Advisor), cancellationToken);
    }
}
