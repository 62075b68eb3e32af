using ChatBot.Knowledge.Articles;

namespace ChatBot.Knowledge.Search;

/// <summary>From which likelihood on what is done; each 0 to 1. Editors keep them in <c>_search/nguong.yaml</c>, where the measurements stand from which they were chosen.</summary>
public sealed record Thresholds
{
    /// <summary>So near to a wording of an ordinary article, the editors have said that it is an ordinary question.</summary>
    internal const double EditorsWording = 0.9;

    /// <summary>An article is about a bare topic when its wordings hold this share of what was typed.</summary>
    internal const double TopicCovered = 0.7;

    /// <summary>One entry answers.</summary>
    public double Answer { get; init; } = 0.7;

    /// <summary>An entry far above all others answers from here on: to choose between it and nothing is no choice.</summary>
    public double AnswerAlone { get; init; } = 0.5;

    /// <summary>Below, not even a choice is offered.</summary>
    public double Offer { get; init; } = 0.15;

    /// <summary>An entry has a real chance beside the best from here on.</summary>
    public double Chance { get; init; } = 0.04;

    /// <summary>When the message is one that a person must answer.</summary>
    public Bar Sensitive { get; init; } = new(0.4, 0.1, 0.05);

    /// <summary>When the message is no matter of ours.</summary>
    public Bar Elsewhere { get; init; } = new(0.3, 0.1, 0.05);

    /// <summary>An entry this likely is surely what was asked.</summary>
    public double Sure { get; init; } = 0.95;

    /// <summary>Reads the file; what is missing keeps its value, what is wrong is told and keeps it too.</summary>
    public static Thresholds Read(string file, string text, List<Mistake> mistakes)
    {
        var usual = new Thresholds();
        if (YamlPart.Read(file, text, mistakes) is not { } part)
            return usual;

        var read = new Thresholds
        {
            Answer = Share("tra-loi", usual.Answer),
            AnswerAlone = Share("tra-loi-khi-dung-mot-minh", usual.AnswerAlone),
            Offer = Share("dua-lua-chon", usual.Offer),
            Chance = Share("con-co-the", usual.Chance),
            Sensitive = Bars("chuyen-nguoi", usual.Sensitive),
            Elsewhere = Bars("ngoai-pham-vi", usual.Elsewhere),
            Sure = Share("chac-chan", usual.Sure),
        };
        foreach (var key in part.Keys.Except(Known))
            part.Tell(key, $"không có ngưỡng '{key}'; có: {string.Join(", ", Known)}");
        if (read.Offer > read.Answer)
            part.Tell("dua-lua-chon", "'dua-lua-chon' phải nhỏ hơn 'tra-loi'");
        return read;

        Bar Bars(string key, Bar missing) =>
            new(Share(key, missing.Usual), Share($"{key}-khi-chua-chac", missing.Unsure), Share($"{key}-khi-co-mau", missing.WithPattern));

        double Share(string key, double missing)
        {
            if (part.Text(key) is null)
                return missing;
            var number = (double)part.NeededNumber(key);
            if (number is >= 0 and <= 1)
                return number;
            part.Tell(key, $"'{key}' phải từ 0 đến 1");
            return missing;
        }
    }

    private static readonly string[] Known =
    [
        "tra-loi", "tra-loi-khi-dung-mot-minh", "dua-lua-chon", "con-co-the", "chac-chan",
        "chuyen-nguoi", "chuyen-nguoi-khi-chua-chac", "chuyen-nguoi-khi-co-mau", "ngoai-pham-vi", "ngoai-pham-vi-khi-chua-chac", "ngoai-pham-vi-khi-co-mau",
    ];
}

/// <summary>From which likelihood on a message is taken for one of its kind.</summary>
/// <param name="Usual">Whatever the search found.</param>
/// <param name="Unsure">While no entry is surely what was asked.</param>
/// <param name="WithPattern">Where a pattern of the lexicon fits as well.</param>
public readonly record struct Bar(double Usual, double Unsure, double WithPattern)
{
    public double Of(bool sure, bool patternFits) => patternFits ? WithPattern : sure ? Usual : Unsure;
}
