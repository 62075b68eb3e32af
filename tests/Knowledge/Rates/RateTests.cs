using ChatBot.Knowledge.Articles;
using ChatBot.Knowledge.Rates;

namespace ChatBot.Knowledge.Tests.Rates;

public class RateTests
{
    private const string Yaml = """
        luong-co-so:
          nghia: Lương cơ sở
          don-vi: đồng/tháng
          moc:
            - { tu: 2024-07-01, den: 2026-06-30, so: 2340000, can-cu: Điều 3 Nghị định 73/2024/NĐ-CP }
            - { tu: 2026-07-01, so: 2530000, can-cu: Điều 3 Nghị định 161/2026/NĐ-CP }
        ty-le:bhxh:
          nghia: Đóng bảo hiểm
          don-vi: phần trăm
          moc:
            - { tu: 2025-07-01, so: 0.5, can-cu: Điều 33 Luật Bảo hiểm xã hội 41/2024/QH15 }
        tuoi:
          nghia: Tuổi nghỉ hưu
          don-vi: tháng tuổi
          moc:
            - { tu: 2026-01-01, den: 2026-12-31, so: 738, can-cu: Điều 169 Bộ luật Lao động 45/2019/QH14 }
            - { tu: 2027-01-01, so: 744, can-cu: Điều 169 Bộ luật Lao động 45/2019/QH14 }
        phat:
          nghia: Mức phạt
          don-vi: triệu đồng
          moc:
            - { tu: 2026-01-01, so: 1.5, can-cu: Điều 9 Nghị định 283/2026/NĐ-CP }
        """;

    private static readonly RateTable Table = new(RateReader.Read("_rates/luong.yaml", Yaml, []));

    [Theory]
    [InlineData("2024-07-01", 2340000), InlineData("2026-06-30", 2340000), InlineData("2026-07-01", 2530000), InlineData("2030-01-01", 2530000)]
    public void A_rate_holds_from_its_first_day_to_its_last(string day, int expected) => Assert.Equal(expected, Table["luong-co-so", DateOnly.Parse(day)]);

    [Fact]
    public void A_day_without_a_number_names_the_file_to_mend()
    {
        var missing = Assert.Throws<RateMissingException>(() => Table["luong-co-so", new DateOnly(2024, 6, 30)]);

        Assert.Equal("Số liệu 'luong-co-so' không có mức cho ngày 30/6/2024: sửa tệp knowledge-base/_rates/luong.yaml", missing.Message);
    }

    [Fact]
    public void An_unknown_name_is_told() => Assert.Contains("'khong-co'", Assert.Throws<RateMissingException>(() => Table["khong-co", Shared.Today]).Message);

    [Theory]
    [InlineData("Mức {luong-co-so}.", "Mức 2.530.000 đồng.")]
    [InlineData("{luong-co-so*20}", "50.600.000 đồng")]
    [InlineData("{luong-co-so*30%}", "759.000 đồng")]
    [InlineData("{luong-co-so*2.5} và {luong-co-so*2,5}", "6.325.000 đồng và 6.325.000 đồng")]
    [InlineData("{ty-le:bhxh}", "0,5%")]
    [InlineData("{ty-le:bhxh*2}", "1%")]
    [InlineData("{tuoi}", "61 tuổi 6 tháng")]
    [InlineData("{phat*2}", "3 triệu đồng")]
    [InlineData("không có gì {}", "không có gì {}")]
    public void Names_in_a_text_are_filled_the_way_numbers_are_written_here(string text, string expected) => Assert.Equal(expected, Table.Fill(text, Shared.Today));

    [Fact]
    public void Whole_years_of_age_have_no_months() => Assert.Equal("62 tuổi", Table.Fill("{tuoi}", new DateOnly(2027, 5, 1)));

    [Fact]
    public void Filling_with_a_name_that_has_no_number_is_an_error_and_no_gap() =>
        Assert.Throws<RateMissingException>(() => Table.Fill("Mức {tuoi}", new DateOnly(2020, 1, 1)));

    [Fact]
    public void Two_numbers_for_one_day_are_a_mistake()
    {
        var mistakes = new List<Mistake>();

        RateReader.Read("_rates/x.yaml", Yaml.Replace("den: 2026-06-30", "den: 2026-07-01"), mistakes);

        Assert.Equal("_rates/x.yaml:4: số liệu 'luong-co-so': hai mức cùng tính cho ngày 1/7/2026; mức từ 1/7/2024 cần 'den' sớm hơn", Assert.Single(mistakes).ToString());
    }

    [Theory]
    [InlineData("so: 2340000", "so: nhiều", "_rates/x.yaml:5: 'so: nhiều' không phải là số")]
    [InlineData("tu: 2024-07-01", "tu: 2027-07-01", "_rates/x.yaml:5: 'den' đứng trước 'tu'")]
    [InlineData("  nghia: Lương cơ sở\n", "", "_rates/x.yaml:2: thiếu dòng 'nghia:'")]
    public void Mistakes_in_a_rate_are_told_with_their_lines(string right, string wrong, string expected)
    {
        var mistakes = new List<Mistake>();

        RateReader.Read("_rates/x.yaml", Yaml.Replace(right, wrong), mistakes);

        Assert.Contains(mistakes, it => it.ToString() == expected);
    }

    [Fact]
    public void An_article_may_not_write_the_digits_of_a_rate()
    {
        var article = Some.Article with { Source = "---\n---\nMức 2.530.000 đồng, không phải 12.530.000." };

        var mistake = Assert.Single(RateRules.NoDigitsForRates(article, Table, Shared.Today));

        Assert.Equal("nghi-viec/bao-truoc.md:3: 2.530.000 là số liệu 'luong-co-so': viết {luong-co-so}", mistake.ToString());
    }

    [Fact]
    public void Yesterdays_number_may_stand_in_digits() =>
        Assert.Empty(RateRules.NoDigitsForRates(Some.Article with { Source = "Trước đây 2.340.000 đồng." }, Table, Shared.Today));

    [Theory]
    [InlineData("Mức {luong-co-so*20}.", "")]
    [InlineData("Mức {luong}.", "Chưa có số liệu 'luong'")]
    [InlineData("Mức {Lương cơ sở}.", "cần dạng {ten-so-lieu}")]
    [InlineData("Mức {luong-co-so*}.", "cần dạng {ten-so-lieu}")]
    public void Names_an_article_calls_must_be_known(string line, string message)
    {
        var mistakes = RateRules.NamesAreKnown(Some.Article with { Source = line }, Table, Shared.Today).ToList();

        Assert.Equal(message.Length == 0, mistakes.Count == 0);
        Assert.All(mistakes, it => Assert.Contains(message, it.Message));
    }
}
