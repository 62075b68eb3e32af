using ChatBot.Knowledge.Articles;

namespace ChatBot.Knowledge.Rates;

/// <summary>Reads the files of <c>_rates/</c>.</summary>
public static class RateReader
{
    /// <param name="file">From the knowledge-base folder on: <c>_rates/luong.yaml</c>.</param>
    public static IReadOnlyList<Rate> Read(string file, string text, List<Mistake> mistakes)
    {
        if (YamlPart.Read(file, text, mistakes) is not { } names)
            return [];

        return [.. names.Keys.Select(name => (name, part: names.Part(name))).Where(it => it.part is not null)
            .Select(it => Read(it.name, it.part!))];
    }

    private static Rate Read(string name, YamlPart part)
    {
        var periods = part.List("moc").Select(Period).OrderBy(it => it.From).ToList();
        if (periods.Count == 0)
            part.Tell("moc", $"số liệu '{name}' thiếu 'moc:'");
        foreach (var (before, after) in periods.Zip(periods.Skip(1)).Where(it => it.First.Until is null || it.First.Until >= it.Second.From))
            part.Tell("moc", $"số liệu '{name}': hai mức cùng tính cho ngày {after.From:d/M/yyyy}; mức từ {before.From:d/M/yyyy} cần 'den' sớm hơn");

        return new Rate(name, part.Needed("nghia"), part.Needed("don-vi"), part.File) { Periods = periods };
    }

    private static RatePeriod Period(YamlPart part)
    {
        var (from, until) = (part.NeededDay("tu"), part.Day("den"));
        if (until < from)
            part.Tell("den", "'den' đứng trước 'tu'");
        return new RatePeriod(from, until, part.NeededNumber("so"), part.Needed("can-cu"));
    }
}
