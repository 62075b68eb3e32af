using System.Net;

namespace ChatBot.Web.Channels;

/// <summary>Fetches pictures and files from where a platform keeps them. An address comes from outside: only https, and only hosts of the platform, at every step of the way.</summary>
/// <param name="platform">Its name, for people.</param>
/// <param name="domains">Hosts below these are the platform's.</param>
public abstract class HeldFiles(HttpClient web, string platform, IReadOnlyList<string> domains)
{
    private const int MostSteps = 4;

    public async Task<Fetched> Fetch(string url, long most, CancellationToken cancellationToken)
    {
        try
        {
            for (var (step, address) = (0, AddressOf(url)); step < MostSteps; step++)
            {
                if (address is null)
                    return new Fetched.Never($"Địa chỉ của tệp không thuộc {platform} nên không mở.");
                using var response = await web.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
                if (response.Headers.Location is not { } next || (int)response.StatusCode is < 300 or > 399)
                    return await Read(response, most, cancellationToken);
                address = AddressOf(new Uri(address, next).AbsoluteUri);
            }

            return new Fetched.Never($"{platform} chuyển địa chỉ của tệp quá nhiều lần.");
        }
        catch (Exception trouble) when (trouble is HttpRequestException or IOException || (trouble is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new Fetched.TryLater($"Không lấy được tệp từ {platform}.");
        }
    }

    private Uri? AddressOf(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address is { Scheme: "https", IsDefaultPort: true, UserInfo: "" }
        && domains.Any(host => address.IdnHost.EndsWith($".{host}", StringComparison.OrdinalIgnoreCase))
            ? address
            : null;

    private async Task<Fetched> Read(HttpResponseMessage response, long most, CancellationToken cancellationToken) => response switch
    {
        { StatusCode: HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError } => new Fetched.TryLater($"Không lấy được tệp từ {platform}."),
        { IsSuccessStatusCode: false } => new Fetched.Never($"{platform} không còn giữ tệp này."),
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
