using System.Text.Json.Nodes;
using ChatBot.Talk;
using ChatBot.Talk.Activities;
using ChatBot.Web.Channels;
using ChatBot.Web.Channels.Zalo;

namespace ChatBot.Web.Tests.Channels.Zalo;

public sealed class ZaloReplyTests
{
    private static readonly CardAction Advisor = new Tap(Tap.Advisor).Button("Gặp tư vấn viên");

    [Fact]
    public void Plain_words_go_as_text_to_the_person()
    {
        var body = Write(new Activity { Text = "Bạn được nghỉ 12 ngày." });

        Assert.Equal("""{"recipient":{"user_id":"24"},"message":{"text":"Bạn được nghỉ 12 ngày."}}""", body.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Fact]
    public void Up_to_five_choices_are_buttons_that_say_their_payload_silently()
    {
        var body = Write(Offering([new Tap("chi-tiet", "bai-1").Button("Chi tiết"), CardAction.OpenUrl("Xem điều luật", "https://hoidap.example/dieu-luat"), new CardAction("call", "1900", null), Advisor]));

        Assert.Equal("Mời bạn chọn.", (string?)body["message"]!["text"]);
        Assert.Equal(
            ["oa.query.hide Chi tiết #chi-tiet:bai-1", "oa.open.url Xem điều luật {\"url\":\"https://hoidap.example/dieu-luat\"}", "oa.open.phone 1900 {\"phone_code\":\"1900\"}", "oa.query.hide Gặp tư vấn viên #gap-tu-van"],
            Buttons(body));
    }

    [Fact]
    public void Of_more_than_five_the_one_for_a_person_keeps_its_button_and_the_rest_is_to_be_typed()
    {
        var body = Write(Offering([.. Enumerable.Range(1, 6).Select(it => new Tap("diem", $"{it}").Button($"Mức {it}")), Advisor]));

        Assert.Equal(["Mức 1", "Mức 2", "Mức 3", "Mức 4", "Gặp tư vấn viên"], body["message"]!["attachment"]!["payload"]!["buttons"]!.AsArray().Select(it => (string)it!["title"]!));
        Assert.Equal("Mời bạn chọn.\n\nBạn cũng có thể gõ “Mức 5”, “Mức 6”.", (string?)body["message"]!["text"]);
    }

    [Fact]
    public void Buttons_of_a_card_come_before_the_quick_ones()
    {
        var body = Write(Offering([Advisor]) with { Attachments = [new HeroCard(Buttons: [new Tap("chi-tiet", "b").Button("Chi tiết")]).ToAttachment()] });

        Assert.Equal(["oa.query.hide Chi tiết #chi-tiet:b", "oa.query.hide Gặp tư vấn viên #gap-tu-van"], Buttons(body));
    }

    [Fact]
    public void Cards_with_titles_are_a_list_of_at_most_five()
    {
        var cards = Enumerable.Range(1, 7).Select(it => new HeroCard(new string('a', 120), "Phụ đề", Buttons: [new Tap("bai", $"{it}").Button("Xem")]).ToAttachment());

        var elements = Write(new Activity { Attachments = [.. cards] })["message"]!["attachment"]!["payload"]!["elements"]!.AsArray();

        Assert.Equal(5, elements.Count);
        Assert.Equal(100, ((string)elements[0]!["title"]!).Length);
        Assert.Equal("#bai:1", (string?)elements[0]!["default_action"]!["payload"]);
    }

    [Fact]
    public void Where_buttons_are_not_taken_everything_can_be_typed()
    {
        var parcel = Parcel(Offering([new Tap("chi-tiet", "b").Button("Chi tiết"), CardAction.OpenUrl("Xem điều luật", "https://hoidap.example/d"), Advisor]));

        var message = JsonNode.Parse(ZaloReply.WritePlain(parcel))!["message"]!;

        Assert.Equal("Mời bạn chọn.\n\nXem điều luật: https://hoidap.example/d\nBạn cũng có thể gõ “Chi tiết”, “Gặp tư vấn viên”.", (string?)message["text"]);
        Assert.Null(message["attachment"]);
    }

    [Fact]
    public void The_longest_text_with_the_longest_titles_stays_within_2000_characters()
    {
        var many = Enumerable.Range(1, 13).Select(it => new Tap("bai", $"{it}").Button(new string('b', 90)));

        var text = (string)Write(Offering([.. many, Advisor]) with { Text = new string('a', ZaloReply.LongestText) })["message"]!["text"]!;

        Assert.True(text.Length <= 2000);
    }

    [Fact]
    public void A_moving_picture_tells_its_size()
    {
        var file = new ParcelFile("a.gif", "image/gif", [.. "GIF89a"u8, 0x40, 0x01, 0xF0, 0x00]);
        using var held = System.Text.Json.JsonDocument.Parse("""{"attachment_id":"att-1"}""");

        var element = JsonNode.Parse(ZaloReply.WriteFile(Parcel(new Activity()), file, new ZaloAnswer(System.Net.HttpStatusCode.OK, 0, held.RootElement)))!["message"]!["attachment"]!["payload"]!["elements"]![0]!;

        Assert.Equal(("gif", "att-1", 320, 240), ((string?)element["media_type"], (string?)element["attachment_id"], (int)element["width"]!, (int)element["height"]!));
    }

    private static Activity Offering(IReadOnlyList<CardAction> actions) => new() { Text = "Mời bạn chọn.", SuggestedActions = new([], actions) };

    private static Parcel Parcel(Activity activity) => new(7, new Address("1", "24"), activity, ByPerson: false, LastHeardAt: null);

    private static JsonNode Write(Activity activity) => JsonNode.Parse(ZaloReply.Write(Parcel(activity)))!;

    private static IEnumerable<string> Buttons(JsonNode body) => body["message"]!["attachment"]!["payload"]!["buttons"]!.AsArray()
        .Select(it => $"{it!["type"]} {it["title"]} {(it["payload"] is JsonObject payload ? payload.ToJsonString() : it["payload"])}");
}
