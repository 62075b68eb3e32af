using System.Text;
using ChatBot.Web.Staff.Heads;
using ChatBot.Web.Tests.Houses;

namespace ChatBot.Web.Tests.Staff.Heads;

public sealed class FigureBookTests
{
    // The house's clock stands on Monday 23/11/2026, 9:00.
    private static readonly Period Week = new(new(2026, 11, 23), new(2026, 11, 29));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnEveryDatabase]
    public async Task A_week_is_counted_in_time_on_duty(Database database)
    {
        await using var house = await House.Open(database);
        house.Clock.SetUtcNow(At(27, 16, 0));
        await SomeCases.Bring(house);

        var figures = await house.Get<FigureBook>().Read(Week, Cancel);

        Assert.Equal(
        [
            "Tổng quan|Từ ngày|23/11/2026", "Tổng quan|Đến hết ngày|29/11/2026", "Tổng quan|Đang chờ tư vấn viên (lúc này)|2", "Tổng quan|Chưa trả lời, đã quá hạn (lúc này)|1",
            "Tổng quan|Mở trong kỳ|5", "Tổng quan|Trong đó mở lại việc cũ|1", "Tổng quan|Trong đó trả lời lần đầu quá hạn|1", "Tổng quan|Kết thúc trong kỳ|3",
            "Thời gian xử lý|Trả lời lần đầu, trung vị|20", "Thời gian xử lý|Trả lời lần đầu, 90% không quá|52", "Thời gian xử lý|Giải quyết, trung vị|90", "Thời gian xử lý|Giải quyết, 90% không quá|138",
            "Chờ trả lời lần đầu, trung vị|Thứ Hai, 23/11|20", "Chờ trả lời lần đầu, trung vị|Thứ Tư, 25/11|60", "Chờ trả lời lần đầu, trung vị|Thứ Sáu, 27/11|10",
            "Lĩnh vực|Tiền lương|3", "Lĩnh vực|Chưa xếp|2",
            "Kênh|Messenger|3", "Kênh|Trang web|2",
            "Kết quả|giải quyết xong|2", "Kết quả|để bot trả lời tiếp|1",
            "Hài lòng|Đã hỏi|2", "Hài lòng|Đã chấm điểm|1", "Hài lòng|Điểm trung bình|4,0", "Hài lòng|4 điểm|1",
            "Tư vấn viên|Anh Nam: đang giữ|1", "Tư vấn viên|Anh Nam: kết thúc trong kỳ|0", "Tư vấn viên|Chị Hoa: đang giữ|0", "Tư vấn viên|Chị Hoa: kết thúc trong kỳ|2",
            "Đang trực|Chị Hoa|buổi chiều",
        ], figures.Select(it => $"{it.Section}|{it.Name}|{it.Value}"));
        Assert.Equal([33, 100, 17, 50, 0, 0, 100], figures.Where(it => it.Bar is not null).Select(it => it.Bar!.Value));
        Assert.Equal([60, 40, 60, 40, 67, 33, 100], figures.Where(it => it.Percent is not null).Select(it => it.Percent!.Value));
    }

    [Theory, OnEveryDatabase]
    public async Task A_long_period_is_told_by_week(Database database)
    {
        await using var house = await House.Open(database);
        house.Clock.SetUtcNow(At(27, 16, 0));
        await SomeCases.Bring(house);

        var figures = await house.Get<FigureBook>().Read(new(new(2026, 11, 1), new(2026, 11, 30)), Cancel);

        Assert.Equal(("Tuần từ 23/11/2026", "20", 100), figures.Where(it => it.Section.StartsWith("Chờ", StringComparison.Ordinal)).Select(it => (it.Name, it.Value, it.Bar!.Value)).Single());
    }

    [Theory, OnEveryDatabase]
    public async Task Nothing_to_count_is_said_and_not_divided_by(Database database)
    {
        await using var house = await House.Open(database);

        var figures = await house.Get<FigureBook>().Read(Week, Cancel);

        Assert.Equal(4, figures.Count(it => it.Value == "chưa có"));
        Assert.Equal(["Tổng quan", "Thời gian xử lý"], figures.Select(it => it.Section).Distinct());
    }

    [Theory, OnEveryDatabase]
    public async Task A_day_begins_at_midnight_in_Viet_Nam(Database database)
    {
        await using var house = await House.Open(database);
        await SomeCases.Bring(house, SomeCases.Of(1, At(23, 0, 0).AddMilliseconds(-1)), SomeCases.Of(2, At(23, 0, 0)), SomeCases.Of(3, At(30, 0, 0).AddMilliseconds(-1)), SomeCases.Of(4, At(30, 0, 0)));

        Assert.Equal("2", (await house.Get<FigureBook>().Read(Week, Cancel)).Single(it => it.Name == "Mở trong kỳ").Value);
    }

    [Fact]
    public void The_export_is_quoted_defused_and_opens_in_Excel()
    {
        var bytes = FigureCsv.Write([new("Tư vấn viên", "=HYPERLINK(\"http://evil\"), Hoa", "1", "vụ") { Percent = 50 }, new("@a", "+1\r\nhai", "-2", "")]);

        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        Assert.Equal(
            "Phần,Mục,Giá trị,Đơn vị,Tỷ lệ %\r\nTư vấn viên,\"'=HYPERLINK(\"\"http://evil\"\"), Hoa\",1,vụ,50\r\n'@a,\"'+1\r\nhai\",'-2,,\r\n",
            Encoding.UTF8.GetString(bytes[3..]));
    }

    [Theory]
    [InlineData("tuan", null, null, "2026-11-23", "2026-11-29", false)]
    [InlineData("thang", null, null, "2026-11-01", "2026-11-30", false)]
    [InlineData("khoang", "2026-01-01", "2026-12-31", "2026-01-01", "2026-12-31", false)]
    [InlineData("khoang", "2026-11-02", "2026-11-01", "2026-11-23", "2026-11-29", true)]
    [InlineData("khoang", "2020-01-01", "2026-11-01", "2026-11-23", "2026-11-29", true)]
    [InlineData("khoang", "hôm qua", "9999-12-31", "2026-11-23", "2026-11-29", true)]
    public void The_period_is_read_from_the_address(string kind, string? from, string? until, string first, string last, bool isTrouble)
    {
        // A Sunday: the week it ends is meant.
        var asked = PeriodAsked.Read(kind, from, until, new DateOnly(2026, 11, 29));

        Assert.Equal((first, last, isTrouble), ($"{asked.Period.From:yyyy-MM-dd}", $"{asked.Period.Until:yyyy-MM-dd}", asked.Trouble is not null));
    }

    private static DateTimeOffset At(int day, int hour, int minute) => SomeCases.At(day, hour, minute);
}
