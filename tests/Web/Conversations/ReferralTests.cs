using ChatBot.Talk;
using ChatBot.Web.Conversations;
using ChatBot.Web.Conversations.Cases;
using ChatBot.Web.Data.Rows;
using ChatBot.Web.Tests.Houses;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Web.Tests.Conversations;

public sealed class ReferralTests
{
    private const string An = "false:p1:an";

    private static readonly StaffMember Hoa = Some.Advisor();

    private static readonly StaffMember Nam = Some.Advisor("Anh Nam");

    private static readonly DateOnly Today = new(2026, 11, 23);

    private static readonly Referral Sample = new(ReferralKind.LabourInspectorate, "Thanh tra Sở Nội vụ tỉnh Nghệ An", new DateOnly(2026, 12, 8))
    {
        Worker = "Trần Thị An",
        Contact = "0900 000 000",
        Summary = "Công ty chậm lương 2 tháng.\nĐã hỏi hai lần, không trả lời <gì> & im lặng.",
        Documents = "Hợp đồng lao động\nBảng lương tháng 9",
        Request = "Kiểm tra việc trả lương.",
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void The_sheet_is_a_sound_word_document_that_says_everything()
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(ReferralSheet.Write(Sample with { Contact = "090\u0001\ud83d1" }, "2026-00001", Today, "Chị Hoa")), false);

        Assert.Empty(new OpenXmlValidator().Validate(word, Cancel).Select(it => it.Description));
        Assert.Equal(
            [
                "PHIẾU CHUYỂN VỤ VIỆC", "Số vụ việc: 2026-00001", "Ngày 23 tháng 11 năm 2026", "Kính gửi: Thanh tra Sở Nội vụ tỉnh Nghệ An",
                "Loại cơ quan: Thanh tra lao động", "Người lao động: Trần Thị An", "Liên hệ: 0901",
                "1. Tóm tắt vụ việc", "Công ty chậm lương 2 tháng.", "Đã hỏi hai lần, không trả lời <gì> & im lặng.",
                "2. Giấy tờ kèm theo", "Hợp đồng lao động", "Bảng lương tháng 9", "3. Đề nghị", "Kiểm tra việc trả lương.",
                "Công đoàn sẽ liên hệ lại vào ngày: 08/12/2026", "Người lập phiếu", "(ký, ghi rõ họ tên)", "", "Chị Hoa",
            ],
            word.MainDocumentPart!.Document!.Body!.Elements<Paragraph>().Select(it => it.InnerText));
    }

    [Theory, OnEveryDatabase]
    public async Task The_owner_refers_and_the_owner_or_a_head_gets_the_sheet(Database database)
    {
        await using var house = await Open(database);
        await house.Get<Handoffs>().Take(An, Hoa, Cancel);

        Assert.Equal(HandoffResult.Done, await house.Get<CaseDeeds>().Refer(An, Hoa, Sample, Cancel));

        var row = Assert.Single((await house.Get<CaseFiles>().Find(An, Cancel))!.Referrals);
        Assert.Equal((ReferralKind.LabourInspectorate, Sample.Addressee, Hoa.Id, Sample.FollowUpOn), (row.Kind, row.Addressee, row.MadeBy, row.FollowUpOn));
        var sheets = house.Get<ReferralSheets>();
        Assert.Null(await sheets.Open(row.Id, Nam, isHead: false, Cancel));
        Assert.Null(await sheets.Open(row.Id + 1, Hoa, isHead: true, Cancel));
        var sheet = await sheets.Open(row.Id, Nam, isHead: true, Cancel);
        Assert.Equal($"phieu-chuyen-2026-00001-{row.Id}.docx", sheet!.Name);
        Assert.Equal(sheet.Content, (await sheets.Open(row.Id, Hoa, isHead: false, Cancel))!.Content);
        var line = (await house.Get<Desk>().Transcript(An, 0, Cancel))[^1];
        Assert.Equal((Author.System, sheet.SaidId), (line.Said.Author, line.Said.Id));
        Assert.Empty(house.Channel.Carried);
        Assert.Equal(["took", "referred", "opened-referral", "opened-referral"],
            await house.Read(db => db.Audit.OrderBy(it => it.Id).Select(it => it.What).ToListAsync(Cancel)));
    }

    [Theory, OnEveryDatabase]
    public async Task Whoever_does_not_have_the_case_refers_nothing(Database database)
    {
        await using var house = await Open(database);
        Assert.Equal(HandoffResult.NotYours, await house.Get<CaseDeeds>().Refer(An, Hoa, Sample, Cancel));
        await house.Get<Handoffs>().Take(An, Nam, Cancel);
        Assert.Equal(HandoffResult.NotYours, await house.Get<CaseDeeds>().Refer(An, Hoa, Sample, Cancel));

        Assert.Equal((0, 0), (await house.Read(db => db.Referrals.CountAsync(Cancel)), await house.Read(db => db.Attachments.CountAsync(Cancel))));
    }

    [Fact]
    public void What_is_missing_is_said()
    {
        Assert.Null(Sample.Trouble(Today));
        Assert.Equal("Bạn nhập tên cơ quan nhận.", (Sample with { Addressee = "" }).Trouble(Today));
        Assert.Equal("Ngày theo dõi phải sau hôm nay.", (Sample with { FollowUpOn = Today }).Trouble(Today));
    }

    private static async Task<House> Open(Database database)
    {
        var house = await House.Open(database, plan => plan.Bot = (before, activity) => new Turn(before, []) { Notes = [new Note.HandedOver(activity.Text!, false)] });
        await house.Hears("gặp người");
        return house;
    }
}
