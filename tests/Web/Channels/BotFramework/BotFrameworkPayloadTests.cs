using System.Text.Json;
using ChatBot.Web.Channels;
using ChatBot.Web.Channels.BotFramework;

namespace ChatBot.Web.Tests.Channels.BotFramework;

public sealed class BotFrameworkPayloadTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "payloads", "botframework");

    private static readonly BotFrameworkPayload Payload = new(handsOffToChannel: true);

    public static TheoryData<string, string, string, string, string> Expected => [.. File.ReadLines(Path.Combine(Folder, "expected.tsv"))
        .Where(it => !it.StartsWith('#')).Select(it => it.Split('\t')).Select(it => new TheoryDataRow<string, string, string, string, string>(it[0], it[1], it[2], it[3], it[4]))];

    [Theory, MemberData(nameof(Expected))]
    public void Each_activity_is_read_as_expected(string file, string kind, string person, string text, string value)
    {
        var incoming = Payload.Read(BotFrameworkPayload.Parse(Bytes(file))!);

        Assert.Equal(kind, incoming?.Kind.ToString() ?? "");
        Assert.Equal((person, text, value), (incoming?.Person ?? "", incoming?.Activity.Text ?? "", incoming?.Activity.Value is { ValueKind: JsonValueKind.String } given ? given.GetString()! : ""));
        Assert.Equal(kind == nameof(IncomingKind.FromWorker), incoming?.Reference is not null);
    }

    [Fact]
    public void All_payloads_are_expected() =>
        Assert.Equal(Directory.GetFiles(Folder, "*.json").Select(it => Path.GetFileNameWithoutExtension(it)).Order(StringComparer.Ordinal), Expected.Select(it => it.Data.Item1).Order(StringComparer.Ordinal));

    [Fact]
    public void With_our_own_desk_the_word_of_another_counts_for_nothing() =>
        Assert.Null(new BotFrameworkPayload(handsOffToChannel: false).Read(BotFrameworkPayload.Parse(Bytes("handoff-accepted"))!));

    [Fact]
    public void What_the_channel_adds_for_itself_is_not_kept()
    {
        var kept = Payload.Read(BotFrameworkPayload.Parse(Bytes("message"))!)!.Activity;

        Assert.Null(kept.ChannelData);
        Assert.Null(kept.Properties);
    }

    [Fact]
    public void Who_joins_is_greeted_and_answered_though_the_bot_joined_too()
    {
        var incoming = Payload.Read(BotFrameworkPayload.Parse(Bytes("conversationUpdate"))!)!;

        Assert.Equal("dl_77", incoming.Activity.From!.Id);
        Assert.Equal("dl_77", ConversationReference.Read(incoming.Reference)!.User.Id);
    }

    // Deep inside, where nobody looks at once.
    [Fact]
    public void Bytes_that_are_no_text_make_a_body_no_activity()
    {
        var body = Bytes("handoff-accepted");
        body[body.AsSpan().IndexOf("accepted"u8)] = 0xD0;

        Assert.Null(BotFrameworkPayload.Parse(body));
    }

    private static byte[] Bytes(string file) => File.ReadAllBytes(Path.Combine(Folder, $"{file}.json"));
}
