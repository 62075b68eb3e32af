using System.IO.Compression;
using System.Text;

namespace ChatBot.Web.Channels;

/// <summary>A kind of file that is kept and passed on. What a file is, its bytes say; its name proves nothing. Pure.</summary>
/// <param name="Extension">With its dot, as people's machines know it.</param>
public sealed record FileKind(string MediaType, string Extension)
{
    private static readonly FileKind Jpeg = new("image/jpeg", ".jpg");
    private static readonly FileKind Png = new("image/png", ".png");
    private static readonly FileKind Gif = new("image/gif", ".gif");
    private static readonly FileKind WebP = new("image/webp", ".webp");
    private static readonly FileKind Heic = new("image/heic", ".heic");
    private static readonly FileKind Pdf = new("application/pdf", ".pdf");
    private static readonly FileKind Docx = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx");
    private static readonly FileKind Text = new("text/plain", ".txt");

    public bool IsPicture => IsPictureType(MediaType);

    public static bool IsPictureType(string mediaType) => mediaType.StartsWith("image/", StringComparison.Ordinal);

    /// <summary>Every browser shows it as it is; an iPhone's own kind of picture it does not.</summary>
    public static bool IsShown(string mediaType) => IsPictureType(mediaType) && mediaType != Heic.MediaType;

    /// <summary>What these bytes are; null: nothing that is kept.</summary>
    /// <param name="name">Only asked about plain text, which has no mark of its own.</param>
    public static FileKind? Of(byte[] content, string name) => content.AsSpan() switch
    {
        [0xFF, 0xD8, 0xFF, ..] => Jpeg,
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] => Png,
        [0x47, 0x49, 0x46, 0x38, 0x37 or 0x39, 0x61, ..] => Gif,
        [0x52, 0x49, 0x46, 0x46, _, _, _, _, 0x57, 0x45, 0x42, 0x50, ..] => WebP,
        [_, _, _, _, 0x66, 0x74, 0x79, 0x70, ..] when IsHeic(content) => Heic,
        [0x25, 0x50, 0x44, 0x46, 0x2D, ..] => Pdf,
        [0x50, 0x4B, 0x03, 0x04, ..] when IsDocx(content) => Docx,
        _ when name.EndsWith(Text.Extension, StringComparison.OrdinalIgnoreCase) && IsText(content) => Text,
        _ => null,
    };

    // The brands of the first box: "mif1" and "msf1" stand for several kinds, of which the others then name one.
    private static bool IsHeic(byte[] content)
    {
        var brands = Encoding.ASCII.GetString(content, 8, Math.Min(content.Length, 64) - 8);
        return brands.StartsWith("hei", StringComparison.Ordinal) || brands.StartsWith("hev", StringComparison.Ordinal)
            || (brands is ['m', 'i' or 's', 'f', '1', ..] && brands.Contains("heic", StringComparison.Ordinal));
    }

    // Only the list of its parts is read, nothing is unpacked. A part with macros makes it something that runs.
    private static bool IsDocx(byte[] content)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content, writable: false));
            var parts = zip.Entries.Select(it => it.FullName).ToList();
            return parts.Contains("[Content_Types].xml") && parts.Contains("word/document.xml")
                && !parts.Any(it => it.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase));
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static bool IsText(byte[] content)
    {
        try
        {
            return !new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content).Any(it => char.IsControl(it) && it is not ('\t' or '\r' or '\n'));
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
