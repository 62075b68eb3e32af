using System.Globalization;
using ChatBot.Web.Data.Rows;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ChatBot.Web.Conversations.Cases;

/// <summary>A referral as a Word document on one page of A4, to be signed and sent. Pure.</summary>
public static class ReferralSheet
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static string Say(ReferralKind kind) => kind switch
    {
        ReferralKind.LabourInspectorate => "Thanh tra lao động",
        ReferralKind.Mediator => "Hòa giải viên lao động",
        ReferralKind.Court => "Tòa án",
        ReferralKind.LegalAid => "Trợ giúp pháp lý",
        _ => "Cơ quan bảo hiểm xã hội",
    };

    /// <param name="number">The case's.</param>
    /// <param name="advisor">Who signs.</param>
    public static byte[] Write(Referral referral, string number, DateOnly day, string advisor)
    {
        using var bytes = new MemoryStream();
        using (var word = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
            word.AddMainDocumentPart().Document = new Document(new Body([.. Paragraphs(referral, number, day, advisor), Page()]));
        return bytes.ToArray();
    }

    private static IEnumerable<OpenXmlElement> Paragraphs(Referral referral, string number, DateOnly day, string advisor) =>
    [
        Line(JustificationValues.Center, Bold("PHIẾU CHUYỂN VỤ VIỆC")),
        Line(JustificationValues.Center, Plain($"Số vụ việc: {number}")),
        Line(JustificationValues.Right, Plain(string.Create(CultureInfo.InvariantCulture, $"Ngày {day.Day} tháng {day.Month} năm {day.Year}"))),
        Line(JustificationValues.Left, Bold("Kính gửi: "), Plain(referral.Addressee)),
        Line(JustificationValues.Left, Bold("Loại cơ quan: "), Plain(Say(referral.Kind))),
        Line(JustificationValues.Left, Bold("Người lao động: "), Plain(referral.Worker)),
        Line(JustificationValues.Left, Bold("Liên hệ: "), Plain(Or(referral.Contact))),
        .. Part("1. Tóm tắt vụ việc", referral.Summary),
        .. Part("2. Giấy tờ kèm theo", Or(referral.Documents)),
        .. Part("3. Đề nghị", referral.Request),
        Line(JustificationValues.Left, Bold("Công đoàn sẽ liên hệ lại vào ngày: "), Plain(referral.FollowUpOn.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture))),
        Line(JustificationValues.Right, Bold("Người lập phiếu")),
        Line(JustificationValues.Right, Plain("(ký, ghi rõ họ tên)")),
        Line(JustificationValues.Right, Plain("")),
        Line(JustificationValues.Right, Plain(advisor)),
    ];

    private static string Or(string text) => text.Length > 0 ? text : "Không có";

    private static IEnumerable<Paragraph> Part(string title, string text) =>
        text.Split('\n').Select(it => Line(JustificationValues.Both, Plain(it.TrimEnd('\r')))).Prepend(Line(JustificationValues.Left, Bold(title)));

    private static Paragraph Line(JustificationValues side, params Run[] runs) =>
        new([new ParagraphProperties(new SpacingBetweenLines { After = "120" }, new Justification { Val = side }), .. runs]);

    private static Run Plain(string text) => new(new RunProperties(Font(), Size()), Words(text));

    private static Run Bold(string text) => new(new RunProperties(Font(), new Bold(), Size()), Words(text));

    // A sign XML cannot hold, pasted along with the rest, must not spoil the sheet.
    private static Text Words(string text) => new(string.Concat(text.Where(it => it == '\t' || (!char.IsControl(it) && !char.IsSurrogate(it) && it < '\uFFFE'))))
    {
        Space = SpaceProcessingModeValues.Preserve,
    };

    private static RunFonts Font() => new() { Ascii = "Times New Roman", HighAnsi = "Times New Roman", ComplexScript = "Times New Roman" };

    // In half points.
    private static FontSize Size() => new() { Val = "26" };

    // A4 with margins as letters of authorities have them, in twentieths of a point: 3 cm left, 2 cm elsewhere.
    private static SectionProperties Page() => new(
        new PageSize { Width = 11906, Height = 16838 },
        new PageMargin { Top = 1134, Right = 1134U, Bottom = 1134, Left = 1701U, Header = 709U, Footer = 709U, Gutter = 0U });
}
