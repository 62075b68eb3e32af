using System.Net.Http.Headers;

namespace ChatBot.Web.Channels;

/// <summary>Writes forms as browsers do: names in quotes, and the file under one name alone. Strict readers refuse others.</summary>
internal static class FormParts
{
    /// <param name="file">The name of the file these bytes are, without quotes in it; null: they are none.</param>
    public static HttpContent As(this HttpContent content, string name, string? file = null)
    {
        content.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = $"\"{name}\"", FileName = file is null ? null : $"\"{file}\"" };
        return content;
    }
}
