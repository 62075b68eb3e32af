using System.Globalization;
using ChatBot.Knowledge.Vietnamese;

namespace ChatBot.Web.Channels;

/// <summary>A file somebody brought, looked at once: what it is, and why it cannot be taken, if so. Pure.</summary>
/// <param name="Name">For people to read: no path, nothing unseen, and with the ending of what it is.</param>
/// <param name="Kind">Null: nothing that is taken.</param>
/// <param name="Trouble">In Vietnamese; null: it can be taken.</param>
public sealed record CheckedFile(string Name, FileKind? Kind, byte[] Content, string? Trouble)
{
    /// <summary>What is taken, for people.</summary>
    public const string Taken = "Chỉ nhận ảnh (JPEG, PNG, WebP, GIF, HEIC), PDF, Word (.docx) và văn bản (.txt).";

    private const int LongestName = 120;

    private static readonly string[] PictureEndings = [".jpg", ".jpeg", ".png", ".gif", ".webp", ".heic", ".heif"];

    /// <param name="most">Bytes.</param>
    public static CheckedFile Of(string? name, byte[] content, long most)
    {
        var clean = Clean(name);
        var kind = FileKind.Of(content, clean);
        return new CheckedFile(kind is null ? clean : WithEnding(clean, kind), kind, content, TroubleWith(clean, content, kind, most));
    }

    public static string TooBig(long most) => $"Tệp nặng hơn {Size(most)}.";

    /// <summary>"350 KB", "2,4 MB".</summary>
    public static string Size(long bytes) => bytes < 1024 * 1024
        ? $"{Math.Max(1, bytes / 1024)} KB"
        : (bytes / 1024d / 1024).ToString("0.#", CultureInfo.GetCultureInfo("vi-VN")) + " MB";

    /// <summary>The last part of a path, without signs that cannot be seen or turn the reading round ("gpj.exe").</summary>
    public static string Clean(string? name)
    {
        var last = Text.Normalize(name ?? "").Split('/', '\\')[^1];
        var seen = string.Concat(last.Where(it => char.GetUnicodeCategory(it) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate))).Trim(' ', '.');
        var (stem, ending) = (Path.GetFileNameWithoutExtension(seen), Path.GetExtension(seen));
        return seen.Length == 0 ? "tep" : seen.Length <= LongestName ? seen : stem[..Math.Max(1, LongestName - Math.Min(ending.Length, 10))] + ending[..Math.Min(ending.Length, 10)];
    }

    private static string? TroubleWith(string name, byte[] content, FileKind? kind, long most) => (kind, Path.GetExtension(name).ToLowerInvariant()) switch
    {
        _ when content.Length == 0 => "Tệp trống, không có gì bên trong.",
        _ when content.Length > most => TooBig(most),
        (null, var ending) when PictureEndings.Contains(ending) => $"Tệp này không phải ảnh dù tên là {ending}. {Taken}",
        (null, ".pdf") => $"Tệp này không phải PDF dù tên là .pdf. {Taken}",
        (null, ".docx") => $"Tệp này không phải văn bản Word thường dù tên là .docx. {Taken}",
        (null, _) => $"Loại tệp này không nhận được. {Taken}",
        _ => null,
    };

    private static string WithEnding(string name, FileKind kind)
    {
        var ending = Path.GetExtension(name).ToLowerInvariant();
        return ending == kind.Extension || (kind.IsPicture && PictureEndings.Contains(ending)) ? name : name + kind.Extension;
    }
}
