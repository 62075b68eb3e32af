using System.IO.Compression;
using System.Text;
using ChatBot.Web.Channels;

namespace ChatBot.Web.Tests.Channels;

/// <summary>A file is what its bytes say.</summary>
public sealed class FileKindTests
{
    private const long Most = 1000;

    [Theory]
    [InlineData("FFD8FFE0", "image/jpeg")]
    [InlineData("89504E470D0A1A0A00", "image/png")]
    [InlineData("474946383961", "image/gif")]
    [InlineData("52494646000000005745425056503820", "image/webp")]
    [InlineData("00000018667479706865696300000000", "image/heic")]
    [InlineData("0000001C667479706D696631000000006D69663168656963", "image/heic")]
    [InlineData("0000001C667479706D696631000000006D69663161766966", null)]
    [InlineData("000000186674797069736F6D00000000", null)]
    [InlineData("255044462D312E37", "application/pdf")]
    [InlineData("4D5A90000300", null)]
    [InlineData("504B0304", null)]
    [InlineData("", null)]
    public void Its_first_bytes_tell_what_it_is(string bytes, string? expected) =>
        Assert.Equal(expected, FileKind.Of(Convert.FromHexString(bytes), "anh.jpg")?.MediaType);

    [Theory]
    [InlineData(true, "[Content_Types].xml", "word/document.xml")]
    [InlineData(false, "[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")]
    [InlineData(false, "[Content_Types].xml", "xl/workbook.xml")]
    [InlineData(false, "word/document.xml")]
    public void A_zip_is_a_word_text_when_it_has_its_parts_and_no_macros(bool expected, params string[] parts) =>
        Assert.Equal(expected, FileKind.Of(Zip(parts), "don.docx") is { Extension: ".docx" });

    [Theory]
    [InlineData("chào em", "ghi.txt", true)]
    [InlineData("chào em", "ghi.bat", false)]
    [InlineData("chào em", "ghi.jpg", false)]
    [InlineData("MZ\0\u0001", "ghi.txt", false)]
    public void Plain_text_needs_its_name_and_no_strange_signs(string text, string name, bool expected) =>
        Assert.Equal(expected, FileKind.Of(Encoding.UTF8.GetBytes(text), name) is { MediaType: "text/plain" });

    [Theory]
    [InlineData("anh.jpg", "MZ", "Tệp này không phải ảnh dù tên là .jpg. ")]
    [InlineData("hop-dong.pdf", "MZ", "Tệp này không phải PDF dù tên là .pdf. ")]
    [InlineData("chay.exe", "MZ", "Loại tệp này không nhận được. ")]
    [InlineData("anh.jpg", "", "Tệp trống, không có gì bên trong.")]
    public void What_is_not_taken_has_a_reason(string name, string content, string reason) =>
        Assert.StartsWith(reason, CheckedFile.Of(name, Encoding.UTF8.GetBytes(content), Most).Trouble, StringComparison.Ordinal);

    [Fact]
    public void The_largest_size_is_still_taken_and_a_byte_more_is_not()
    {
        var (fits, tooBig) = (new byte[Most], new byte[Most + 1]);
        "%PDF-"u8.CopyTo(fits);
        "%PDF-"u8.CopyTo(tooBig);

        Assert.Null(CheckedFile.Of("a.pdf", fits, Most).Trouble);

        Assert.Equal(CheckedFile.TooBig(Most), CheckedFile.Of("a.pdf", tooBig, Most).Trouble);
    }

    [Theory]
    [InlineData("Hợp đồng.pdf", "Hợp đồng.pdf")]
    [InlineData("../../etc/hop-dong.pdf", "hop-dong.pdf")]
    [InlineData(@"C:\Users\an\hop-dong.pdf", "hop-dong.pdf")]
    [InlineData("hop-dong.exe", "hop-dong.exe.pdf")]
    [InlineData("fdp.\u202Egpj.exe", "fdp.gpj.exe.pdf")]
    [InlineData("a\r\nb.pdf", "ab.pdf")]
    [InlineData("a\uFFFE.pdf", "a.pdf")]
    [InlineData(" .. ", "tep.pdf")]
    [InlineData(null, "tep.pdf")]
    public void A_name_is_for_reading_and_ends_as_what_the_file_is(string? name, string expected) =>
        Assert.Equal(expected, CheckedFile.Of(name, [.. "%PDF-1.7"u8], Most).Name);

    [Fact]
    public void A_long_name_keeps_its_ending()
    {
        var name = CheckedFile.Clean(new string('a', 500) + ".pdf");

        Assert.True(name.Length <= 120);
        Assert.EndsWith("a.pdf", name, StringComparison.Ordinal);
    }

    private static byte[] Zip(IEnumerable<string> parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var part in parts)
                zip.CreateEntry(part);
        return bytes.ToArray();
    }
}
