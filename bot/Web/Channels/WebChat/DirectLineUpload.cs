using ChatBot.Talk.Activities;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace ChatBot.Web.Channels.WebChat;

/// <summary>Files: we say in the conversation that one was sent, and keep none of its bytes. The bot then answers honestly that it cannot read it.</summary>
public static class DirectLineUpload
{
    private const long Most = 4 * 1024 * 1024;

    private const string ActivityType = "application/vnd.microsoft.activity";

    public static void Map(IEndpointRouteBuilder directLine) =>
        directLine.MapPost("/conversations/{conversation}/upload", Post);

    private static async Task<IResult> Post(HttpContext http, string conversation, WebChatIntake intake, WebChatLimits limits)
    {
        if (WebChatLimits.Refuse(http, limits.Posts, conversation) is { } tooMany)
            return tooMany;
        if (http.Request.ContentLength is null or > Most)
            return http.Request.ContentLength is null ? DirectLineError.Bad("Content-Length is missing") : DirectLineError.TooBig;

        var posted = MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) && type.MediaType == "multipart/form-data"
            ? await ReadParts(http.Request, HeaderUtilities.RemoveQuotes(type.Boundary).Value)
            : await ReadOne(http.Request);
        return posted.Error is { } wrong ? wrong : await intake.Take(http, conversation, posted.Activity!);
    }

    /// <summary>One file as the whole body, its name in Content-Disposition.</summary>
    private static async Task<WebChatPayload.Posted> ReadOne(HttpRequest request)
    {
        await request.Body.CopyToAsync(Stream.Null, request.HttpContext.RequestAborted);
        return Of(new Activity(), [ToAttachment(request.ContentType, request.Headers.ContentDisposition)]);
    }

    /// <summary>The part `activity`, when there is one, and any number of files.</summary>
    private static async Task<WebChatPayload.Posted> ReadParts(HttpRequest request, string? boundary)
    {
        if (string.IsNullOrEmpty(boundary) || boundary.Length > 100)
            return new(null, DirectLineError.Bad("The multipart boundary is missing"));

        var (activity, files) = (new Activity(), new List<Attachment>());
        try
        {
            var reader = new MultipartReader(boundary, request.Body);
            while (await reader.ReadNextSectionAsync(request.HttpContext.RequestAborted) is { } part)
            {
                if (part.ContentType?.StartsWith(ActivityType, StringComparison.OrdinalIgnoreCase) != true)
                {
                    files.Add(ToAttachment(part.ContentType, part.ContentDisposition));
                    continue;
                }

                using var body = new MemoryStream();
                await part.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
                var read = WebChatPayload.Parse(body.ToArray());
                if (read.Activity is null)
                    return read;
                activity = read.Activity;
            }
        }
        catch (Exception wrong) when (wrong is IOException or InvalidDataException)
        {
            return new(null, DirectLineError.Bad("The body is not multipart"));
        }
        return Of(activity, files);
    }

    private static WebChatPayload.Posted Of(Activity activity, IReadOnlyList<Attachment> files) => files.Count == 0
        ? new(null, DirectLineError.Bad("The upload has no file"))
        : new(activity with { Type = ActivityTypes.Message, Attachments = files }, null);

    private static Attachment ToAttachment(string? type, string? disposition)
    {
        var name = ContentDispositionHeaderValue.TryParse(disposition, out var read)
            ? HeaderUtilities.RemoveQuotes(read.FileNameStar.HasValue ? read.FileNameStar : read.FileName).Value
            : null;
        return new Attachment(type is { Length: > 0 and <= 200 } ? type : "application/octet-stream", Name: name is { Length: > 200 } ? name[..200] : name);
    }
}
