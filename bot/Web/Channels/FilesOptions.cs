using System.ComponentModel.DataAnnotations;

namespace ChatBot.Web.Channels;

/// <summary>The settings under `Files`: how much may be sent in both directions.</summary>
public sealed class FilesOptions
{
    public const string Section = "Files";

    [Range(1, 25, ErrorMessage = "Files:LargestMegabytes must lie between 1 and 25, e.g. 10.")]
    public int LargestMegabytes { get; set; } = 10;

    /// <summary>How many files of one worker are kept within 24 hours.</summary>
    [Range(1, 1000, ErrorMessage = "Files:MostPerDay must lie between 1 and 1000, e.g. 30.")]
    public int MostPerDay { get; set; } = 30;

    /// <summary>In bytes.</summary>
    public long Largest => LargestMegabytes * 1024L * 1024;
}
