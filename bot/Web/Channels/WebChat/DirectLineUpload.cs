using ChatBot.Talk.Activities;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace ChatBot.Web.Channels.WebChat;

/// <summary>Files a worker sends: a message that names them, and their bytes for the advisors. The bot answers honestly that it cannot read them.</summary>
public static class DirectLineUpload
{
    private const int MostFiles = 10;

    /// <summary>What stands around the files in a body.</summary>
    private const int Wrapping = 1024 * 1024;

    private const string ActivityType = "application/vnd.microsoft.activity";

    public static void Map(IEndpointRouteBuilder directLine) =>
        directLine.MapPost("/conversations/{conversation}/upload", Post);

    private static async Task<IResult> Post(HttpContext http, string conversation, WebChatIntake intake, WebChatLimits limits, IOptions<FilesOptions> options)
    {
        if ((WebChatLimits.Refuse(http, limits.Posts, conversation) ?? WebChatLimits.Refuse(http, limits.Uploads, $"{http.Connection.RemoteIpAddress}")) is { } tooMany)
            return tooMany;
        if (http.Request.ContentLength is null)
            return DirectLineError.Bad("Content-Length is missing");
        if (http.Request.ContentLength > options.Value.Largest + Wrapping)
            return DirectLineError.TooBig;

        var posted = MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) && type.MediaType == "multipart/form-data"
            ? await ReadParts(http.Request, HeaderUtilities.RemoveQuotes(type.Boundary).Value)
            : await ReadOne(http.Request);
        return await intake.Take(http, conversation, posted);
    }

    /// <summary>One file as the whole body, its name in Content-Disposition.</summary>
    private static async Task<WebChatPayload.Posted> ReadOne(HttpRequest request) =>
        Of(new Activity(), [new Part(request.ContentType, request.Headers.ContentDisposition, await ReadAll(request.Body, request))]);

    /// <summary>The part `activity`, when there is one, and a few files.</summary>
    private static async Task<WebChatPayload.Posted> ReadParts(HttpRequest request, string? boundary)
    {
        if (string.IsNullOrEmpty(boundary) || boundary.Length > 100)
            return new(null, DirectLineError.Bad("The multipart boundary is missing"));

        var (activity, files) = (new Activity(), new List<Part>());
        try
        {
            var reader = new MultipartReader(boundary, request.Body);
            while (await reader.ReadNextSectionAsync(request.HttpContext.RequestAborted) is { } part)
            {
                var body = await ReadAll(part.Body, request);
                if (part.ContentType?.StartsWith(ActivityType, StringComparison.OrdinalIgnoreCase) != true)
                {
                    files.Add(new Part(part.ContentType, part.ContentDisposition, body));
                    continue;
                }

                var read = WebChatPayload.Parse(body);
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

    // Its length was looked at before: no body is longer than its Content-Length.
    private static async Task<byte[]> ReadAll(Stream body, HttpRequest request)
    {
        using var kept = new MemoryStream();
        await body.CopyToAsync(kept, request.HttpContext.RequestAborted);
        return kept.ToArray();
    }

    private static WebChatPayload.Posted Of(Activity activity, IReadOnlyList<Part> files) => files.Count switch
    {
        0 => new(null, DirectLineError.Bad("The upload has no file")),
        > MostFiles => new(null, DirectLineError.Bad($"An upload has at most {MostFiles} files")),
        _ => new(activity with { Type = ActivityTypes.Message, Attachments = [.. files.Select(it => it.ToAttachment())] }, null)
        {
            Files = [.. files.Select((it, place) => new IncomingFile(place, it.Name) { Content = it.Content })],
        },
    };

    private sealed record Part(string? Type, string? Disposition, byte[] Content)
    {
        public string? Name { get; } = NameIn(Disposition) is { Length: > 0 } name ? CheckedFile.Clean(name) : null;

        public Attachment ToAttachment() => new(Type is { Length: > 0 and <= 200 } ? Type : "application/octet-stream", Name: Name);

        private static string? NameIn(string? disposition)
        {
            try
            {
                return ContentDispositionHeaderValue.TryParse(disposition, out var read)
                    ? HeaderUtilities.RemoveQuotes(read.FileNameStar.HasValue ? read.FileNameStar : read.FileName).Value
                    : null;
            }
            catch (Exception wrong) when (wrong is NotSupportedException or ArgumentException)
            {
                // filename*=UTF-7''…, an alphabet .NET has and refuses to read; or filename* and nothing behind it.
                return null;
            }
        }
    }
}
