using System.Globalization;

namespace ChatBot.Talk.Tests;

/// <summary>Things a test needs and does not care about.</summary>
internal static class Some
{
    /// <summary>A moment on Vietnamese clocks: "2026-11-23 07:30:00".</summary>
    public static DateTimeOffset Local(string moment) => DateTimeOffset.ParseExact(moment + " +07:00", "yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);
}
