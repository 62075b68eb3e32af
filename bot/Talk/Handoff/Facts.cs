using System.Text.RegularExpressions;

namespace ChatBot.Talk.Handoff;

/// <summary>What a worker told of their case: where they work, by which contract, when, how long, how much.</summary>
/// <param name="Name">As the desk shows it: <c>Nơi làm</c>.</param>
/// <param name="Values">In the worker's own words, each once, in the order they came.</param>
public sealed record Fact(string Name, IReadOnlyList<string> Values);

/// <summary>Picks the facts out of what a worker wrote, so that an advisor need not ask for them again. Nothing is guessed: what is not there in so many words is not found.</summary>
public static partial class Facts
{
    private const int Most = 4;

    private static readonly IReadOnlyList<(string Name, Regex Form)> Forms =
    [
        ("Nơi làm", Workplace()), ("Địa phương", Place()), ("Hợp đồng", Contract()), ("Ngày", Day()), ("Bao lâu", Span()), ("Số tiền", Sum()), ("Số người", People()),
    ];

    /// <param name="words">The worker's messages, oldest first.</param>
    public static IReadOnlyList<Fact> Of(IEnumerable<string> words)
    {
        var all = words.ToList();
        return [.. from form in Forms
                   let values = all.SelectMany(it => form.Form.Matches(it)).Select(it => it.Value.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).Take(Most).ToList()
                   where values.Count > 0
                   select new Fact(form.Name, values)];
    }

    // "công ty may Sao Mai": what follows must begin with a capital; without one it may be any word.
    [GeneratedRegex(@"(?i:\b(?:công ty|cty|cong ty|xí nghiệp|xi nghiep|nhà máy|nha may|xưởng|xuong|bệnh viện|trường|khách sạn|hợp tác xã))(?:\s(?i:cổ phần|tnhh|may|giày|gỗ|dệt|điện tử|thủy sản|bảo vệ|xây dựng))*(?:\s\p{Lu}[\p{L}\p{N}&.-]*)+")]
    private static partial Regex Workplace();

    [GeneratedRegex(@"(?i:\b(?:tỉnh|thành phố|tp\.?|quận|huyện|thị xã|phường|xã|khu công nghiệp|kcn|kcx))(?:\s(?:\p{Lu}[\p{L}\p{N}-]*|\d{1,2}\b))+")]
    private static partial Regex Place();

    [GeneratedRegex(@"(?i)\b(?:hợp đồng|hđlđ|hđ|hop dong|hdld)(?:\s(?:lao động|lao dong))?\s(?:không xác định thời hạn|khong xac dinh thoi han|không thời hạn|khong thoi han|xác định thời hạn|xac dinh thoi han|thời vụ|thoi vu|thử việc|thu viec|miệng|mieng|khoán|khoan|\d{1,2}\s(?:năm|nam|tháng|thang))|(?i)\b(?:chưa ký|chua ky|không ký|ko ký|khong ky|ko ky)\s(?:hợp đồng|hop dong|hđlđ|hđ|hdld)")]
    private static partial Regex Contract();

    [GeneratedRegex(@"\b\d{1,2}[/-]\d{1,2}(?:[/-](?:20)?\d{2})?\b|(?i:\b(?:ngày|ngay)\s\d{1,2}(?:\s(?:tháng|thang)\s\d{1,2})?|\b(?:tháng|thang)\s\d{1,2}(?:[/-]20\d{2}|\s(?:năm|nam)\s20\d{2})?|\b(?:năm|nam)\s20\d{2})\b")]
    private static partial Regex Day();

    [GeneratedRegex(@"(?i)\b(?:\d{1,3}|nửa|nua|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\s(?:năm|nam|tháng|thang|tuần|tuan|ngày|ngay)\b(?!\s\d)")]
    private static partial Regex Span();

    [GeneratedRegex(@"(?i)\b\d{1,3}(?:[.,]\d{1,3})*\s?(?:triệu|trieu|tr|củ|cu|tỷ|ty|nghìn|nghin|ngàn|ngan|k|đồng|dong|đ|vnđ|vnd)(?:\s?\d{1,3})?\b|\b\d{1,3}(?:\.\d{3}){2,}\b")]
    private static partial Regex Sum();

    [GeneratedRegex(@"(?i)\b\d{1,4}\s(?:người|nguoi|công nhân|cong nhan|anh em|chị em|chi em|lao động|lao dong|đứa|dua)\b")]
    private static partial Regex People();
}
