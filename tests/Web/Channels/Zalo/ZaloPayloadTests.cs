using System.Globalization;
using System.Text;
using System.Text.Json;
using ChatBot.Web.Channels;
using ChatBot.Web.Channels.Zalo;

namespace ChatBot.Web.Tests.Channels.Zalo;

public sealed class ZaloPayloadTests
{
    public static TheoryData<string> Fixtures => [.. Directory.GetFiles(Folder, "*.json").Select(it => Path.GetFileName(it)).Order()];

    private static string Folder => Path.Combine(Repository.Root, "tests", "payloads", "zalo");

    /// <summary>What each event means; a body that is not named here means nothing to us, on purpose.</summary>
    private static readonly Dictionary<string, string> Expected = File.ReadAllLines(Path.Combine(Folder, "expected.tsv"))
        .Select(line => line.Split('\t'))
        .ToDictionary(it => it[0], it => it[1]);

    [Theory, MemberData(nameof(Fixtures))]
    public void Every_kind_of_event_is_read_or_left_out_on_purpose(string file)
    {
        var read = ZaloPayload.Read(File.ReadAllBytes(Path.Combine(Folder, file)));

        Assert.Equal(Expected.GetValueOrDefault(file, ""), read.Incoming is { } incoming ? Line(incoming) : "");
        if (read is { Incoming: null, Event: not (null or "something_new") })
            Assert.Contains(read.Event, ZaloPayload.LeftOut);
    }

    [Fact]
    public void The_two_sides_are_told_apart_whoever_sends()
    {
        Assert.All((string[])["user_send_text.json", "oa_send_text.json", "follow.json", "user_submit_info.json", "user_withdraw.json"], file =>
            Assert.Equal("zalo:2500000000000000007:6400000000000000024", ZaloPayload.Read(File.ReadAllBytes(Path.Combine(Folder, file))).Incoming?.ConversationId));
    }

    [Fact]
    public void Text_is_put_into_one_form_at_the_door() =>
        Assert.Equal("Nghỉ việc", Read(Said("Nghỉ việc".Normalize(NormalizationForm.FormD)))?.Activity.Text);

    [Fact]
    public void A_hash_typed_by_a_person_is_a_word_and_not_a_button() =>
        Assert.Equal("#congdoan", Read(Said("#congdoan"))?.Activity.Text);

    [Fact]
    public void A_form_filled_in_gives_the_name() =>
        Assert.Equal("Trần Thị Hoa", ZaloPayload.Read(File.ReadAllBytes(Path.Combine(Folder, "user_submit_info.json"))).Incoming?.Activity.From?.Name);

    [Fact]
    public void A_place_is_read_alike_wherever_the_program_runs()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("vi-VN");
            var incoming = ZaloPayload.Read(File.ReadAllBytes(Path.Combine(Folder, "user_send_location.json"))).Incoming!;

            Assert.Equal("https://www.google.com/maps?q=10.7769,106.7009", Assert.Single(incoming.Activity.Attachments!).ContentUrl);
            Assert.Empty(incoming.Files);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Pictures_and_documents_are_to_be_fetched_and_voices_are_not()
    {
        Assert.Equal("https://f1-zpc.zdn.vn/i.jpg", Assert.Single(ZaloPayload.Read(File.ReadAllBytes(Path.Combine(Folder, "user_send_image.json"))).Incoming!.Files).Url);
        Assert.Equal("hop-dong-lao-dong.pdf", Assert.Single(ZaloPayload.Read(File.ReadAllBytes(Path.Combine(Folder, "user_send_file.json"))).Incoming!.Files).Name);
        Assert.Empty(ZaloPayload.Read(File.ReadAllBytes(Path.Combine(Folder, "user_send_audio.json"))).Incoming!.Files);
    }

    [Theory, InlineData("[]"), InlineData("\"x\""), InlineData("{"), InlineData("")]
    public void What_is_no_json_object_is_said_to_be_none(string body) => Assert.ThrowsAny<JsonException>(() => Read(body));

    private static string Said(string text) =>
        $$$"""{"event_name":"user_send_text","sender":{"id":"24"},"recipient":{"id":"7"},"message":{"msg_id":"z1","text":"{{{text}}}"},"timestamp":"1790041200000"}""";

    private static Incoming? Read(string body) => ZaloPayload.Read(Encoding.UTF8.GetBytes(body)).Incoming;

    private static string Line(Incoming it) =>
        $"{it.Kind} {it.ExternalId} {it.Activity.Type} \"{it.Activity.Text?.Replace("\n", " / ", StringComparison.Ordinal)}\""
        + (it.Activity.Said != (it.Activity.Text ?? "") ? $" says {it.Activity.Said}" : "")
        + string.Concat((it.Activity.Attachments ?? []).Select(file => $" +{file.ContentType}{(file.ContentType.StartsWith("text/", StringComparison.Ordinal) ? $" {file.Name}" : "")}"));
}
