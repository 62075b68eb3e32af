namespace ChatBot.Knowledge.Rates;

/// <summary>A number that held from a day to a day.</summary>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day; null while no end is known.</param>
/// <param name="Value">In the rate's unit.</param>
/// <param name="Basis">The citation it rests on.</param>
public sealed record RatePeriod(DateOnly From, DateOnly? Until, decimal Value, string Basis);

/// <summary>A number decrees set and change.</summary>
/// <param name="Name"><c>luong-toi-thieu:vung-1</c></param>
/// <param name="Meaning">One line in Vietnamese.</param>
/// <param name="Unit"><c>đồng/tháng</c>, <c>phần trăm</c>, <c>tháng tuổi</c>…</param>
/// <param name="File">Where an editor mends it.</param>
public sealed record Rate(string Name, string Meaning, string Unit, string File)
{
    public IReadOnlyList<RatePeriod> Periods { get; init; } = [];

    public RatePeriod? On(DateOnly day) => Periods.FirstOrDefault(it => it.From <= day && (it.Until is null || day <= it.Until));
}

/// <summary>There is no number of that name, or none for that day; the message names the file to mend.</summary>
public sealed class RateMissingException(string message) : Exception(message);

/// <summary>All numbers that decrees set, by name and day.</summary>
public sealed class RateTable(IReadOnlyList<Rate> rates)
{
    private readonly Dictionary<string, Rate> byName = rates.DistinctBy(it => it.Name).ToDictionary(it => it.Name);

    public static RateTable Empty { get; } = new([]);

    public IReadOnlyList<Rate> Rates { get; } = rates;

    /// <exception cref="RateMissingException">No such name, or no number for that day.</exception>
    public decimal this[string name, DateOnly day] => Find(name) switch
    {
        null => throw new RateMissingException($"Chưa có số liệu '{name}': thêm vào một tệp trong knowledge-base/_rates/"),
        var rate => rate.On(day)?.Value
            ?? throw new RateMissingException($"Số liệu '{name}' không có mức cho ngày {day:d/M/yyyy}: sửa tệp knowledge-base/{rate.File}"),
    };

    public Rate? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>Fills <c>{name}</c>, <c>{name*20}</c> and <c>{name*30%}</c> with the numbers of that day.</summary>
    /// <exception cref="RateMissingException">A name is unknown, or has no number for that day.</exception>
    public string Fill(string text, DateOnly day) => RateText.Fill(text, this, day);
}
