using System.Net;
using Microsoft.Extensions.Options;

namespace ChatBot.Web.Channels.Messenger;

/// <summary>Fetches pictures and files from where Meta keeps them. An address comes from outside: only https, and only hosts of Meta, at every step of the way.</summary>
public sealed class MessengerFiles(HttpClient web, IOptions<MessengerOptions> options)
{
    private const int MostSteps = 4;

    public async Task<Fetched> Fetch(string url, long most, CancellationToken cancellationToken)
    {
        try
        {
            for (var (step, address) = (0, AddressOf(url)); step < MostSteps; step++)
            {
                if (address is null)
                    return new Fetched.Never("Địa chỉ của tệp không thuộc Messenger nên không mở.");
                using var response = await web.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
                if (response.Headers.Location is not { } next || (int)response.StatusCode is < 300 or > 399)
                    return await Read(response, most, cancellationToken);
                address = AddressOf(new Uri(address, next).AbsoluteUri);
            }

            return new Fetched.Never("Messenger chuyển địa chỉ của tệp quá nhiều lần.");
        }
        catch (Exception trouble) when (trouble is HttpRequestException or IOException || (trouble is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new Fetched.TryLater("Không lấy được tệp từ Messenger.");
        }
    }

    private Uri? AddressOf(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address is { Scheme: "https", IsDefaultPort: true, UserInfo: "" }
        && options.Value.HostsOfFiles.Any(host => address.IdnHost.EndsWith($".{host}", StringComparison.OrdinalIgnoreCase))
            ? address
            : null;

    private static async Task<Fetched> Read(HttpResponseMessage response, long most, CancellationToken cancellationToken) => response switch
    {
        { StatusCode: HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError } => new Fetched.TryLater("Không lấy được tệp từ Messenger."),
        { IsSuccessStatusCode: false } => new Fetched.Never("Messenger không còn giữ tệp này."),
        { Content.Headers.ContentLength: { } length } when length > most => new Fetched.Never(CheckedFile.TooBig(most)),
        _ => await ReadAll(response.Content, most, cancellationToken),
    };

    // What the headers say of the length need not be true.
    private static async Task<Fetched> ReadAll(HttpContent content, long most, CancellationToken cancellationToken)
    {
        await using var body = await content.ReadAsStreamAsync(cancellationToken);
        using var kept = new MemoryStream();
        var piece = new byte[64 * 1024];
        int read;
        while ((read = await body.ReadAsync(piece, cancellationToken)) > 0)
        {
            if (kept.Length + read > most)
                return new Fetched.Never(CheckedFile.TooBig(most));
            kept.Write(piece, 0, read);
        }

        return new Fetched.Done(kept.ToArray());
    }
}
