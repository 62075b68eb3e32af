using System.Globalization;
using System.Security.Cryptography;
using ChatBot.Talk.Handoff;
using ChatBot.Web.Data;
using ChatBot.Web.Data.Rows;

namespace ChatBot.Web.Conversations.Cases;

/// <summary>What an advisor writes when a case goes on to an authority.</summary>
/// <param name="Addressee">The office as its letters call it.</param>
/// <param name="FollowUpOn">When to ask what became of it.</param>
public sealed record Referral(ReferralKind Kind, string Addressee, DateOnly FollowUpOn)
{
    private const int LongestLine = 200, LongestText = 5_000;

    public string Worker { get; init; } = "";

    /// <summary>Telephone, address or e-mail, as the worker gave it.</summary>
    public string Contact { get; init; } = "";

    public string Summary { get; init; } = "";

    /// <summary>What is attached, one a line; may be empty.</summary>
    public string Documents { get; init; } = "";

    /// <summary>What the authority is asked to do.</summary>
    public string Request { get; init; } = "";

    /// <summary>What is missing or wrong, in Vietnamese; null when it can be sent.</summary>
    public string? Trouble(DateOnly today) => this switch
    {
        { Addressee.Length: 0 } => "Bạn nhập tên cơ quan nhận.",
        { Worker.Length: 0 } => "Bạn nhập họ tên người lao động.",
        { Summary.Length: 0 } => "Bạn tóm tắt vụ việc.",
        { Request.Length: 0 } => "Bạn nhập việc đề nghị cơ quan nhận làm.",
        { Addressee.Length: > LongestLine } or { Worker.Length: > LongestLine } or { Contact.Length: > LongestLine } => $"Tên hoặc cách liên hệ dài quá {LongestLine} chữ.",
        { Summary.Length: > LongestText } or { Documents.Length: > LongestText } or { Request.Length: > LongestText } => $"Mỗi phần viết không quá {LongestText:N0} chữ.",
        _ when FollowUpOn <= today => "Ngày theo dõi phải sau hôm nay.",
        _ => null,
    };
}

internal static class Referrals
{
    /// <summary>Keeps the referral and its sheet inside the unit; the sheet belongs to the line of the transcript that tells of it, and is deleted with what the worker said.</summary>
    public static async Task Keep(this Referral referral, ChatDb db, CaseRow open, (StaffMember Staff, SaidRow Line) by, CancellationToken cancellationToken)
    {
        var row = new ReferralRow
        {
            CaseId = open.Id,
            Kind = referral.Kind,
            Addressee = referral.Addressee,
            MadeBy = by.Staff.Id,
            MadeAt = by.Line.At,
            FollowUpOn = referral.FollowUpOn,
        };
        db.Add(row);
        db.Add(by.Line);
        await db.SaveChangesAsync(cancellationToken);
        var sheet = ReferralSheet.Write(referral, open.Number, OfficeHours.DayOf(by.Line.At), by.Staff.DisplayName);
        db.Add(new AttachmentRow
        {
            ConversationId = open.ConversationId,
            SaidId = by.Line.Id,
            Name = FileName(open.Number, row.Id),
            MediaType = ReferralSheet.MediaType,
            Size = sheet.Length,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(sheet)),
            Content = sheet,
            Author = Author.Advisor,
            Staff = by.Staff.Id,
            At = by.Line.At,
        });
    }

    public static string FileName(string number, long referral) => string.Create(CultureInfo.InvariantCulture, $"phieu-chuyen-{number}-{referral}.docx");
}
