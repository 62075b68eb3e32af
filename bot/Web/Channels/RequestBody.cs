namespace ChatBot.Web.Channels;

/// <summary>Reads a request's body once, as the bytes that came.</summary>
internal static class RequestBody
{
    /// <returns>Null when the body has more than <paramref name="most"/> bytes; the rest is not read.</returns>
    public static async Task<byte[]?> Read(HttpRequest request, int most, CancellationToken cancellationToken)
    {
        if (request.ContentLength > most)
            return null;
        using var kept = new MemoryStream((int)(request.ContentLength ?? 4096));
        var piece = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(piece, cancellationToken)) > 0)
        {
            if (kept.Length + read > most)
                return null;
            kept.Write(piece, 0, read);
        }

        return kept.ToArray();
    }
}
