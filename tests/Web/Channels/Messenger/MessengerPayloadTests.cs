using System.Text;
using System.Text.Json;
using ChatBot.Web.Channels;
using ChatBot.Web.Channels.Messenger;

namespace ChatBot.Web.Tests.Channels.Messenger;

public sealed class MessengerPayloadTests
{
    private static readonly MessengerPayload Payload = new("555000111222333");

    public static TheoryData<string> Fixtures => [.. Directory.GetFiles(Folder, "*.json").Select(it => Path.GetFileName(it)).Order()];

    private static string Folder => Path.Combine(Repository.Root, "tests", "payloads", "messenger");

    /// <summary>What each event means; a body that is not named here means nothing to us, on purpose.</summary>
    private static readonly Dictionary<string, string> Expected = File.ReadAllLines(Path.Combine(Folder, "expected.tsv"))
        .Select(line => line.Split('\t'))
        .ToDictionary(it => it[0], it => it[1]);

    [Theory, MemberData(nameof(Fixtures))]
    public void Every_kind_of_event_is_read_or_left_out_on_purpose(string file)
    {
        var read = string.Join(" | ", Payload.Read(File.ReadAllBytes(Path.Combine(Folder, file))).Select(Line));

        Assert.Equal(Expected.GetValueOrDefault(file, ""), read);
    }

    [Fact]
    public void Text_is_put_into_one_form_at_the_door()
    {
        var decomposed = "Nghỉ việc".Normalize(NormalizationForm.FormD);

        var incoming = Assert.Single(Read("""{"object":"page","entry":[{"id":"1","messaging":[{"sender":{"id":"24"},"message":{"mid":"m","text":"TEXT"}}]}]}""".Replace("TEXT", decomposed, StringComparison.Ordinal)));

        Assert.Equal("Nghỉ việc", incoming.Activity.Text);
    }

    [Fact]
    public void Half_an_emoji_does_not_lose_the_message()
    {
        var incoming = Assert.Single(Read("""{"object":"page","entry":[{"id":"1","messaging":[{"sender":{"id":"24"},"message":{"mid":"m","text":"nghi viec \ud83d"}}]}]}"""));

        Assert.Equal("nghi viec", incoming.Activity.Text);
    }

    [Theory, InlineData("[]"), InlineData("\"x\""), InlineData("{"), InlineData("")]
    public void What_is_no_json_object_is_said_to_be_none(string body) => Assert.ThrowsAny<JsonException>(() => Read(body));

    private static IReadOnlyList<Incoming> Read(string body) => Payload.Read(Encoding.UTF8.GetBytes(body));

    private static string Line(Incoming it) =>
        $"{it.Kind}{(it.EchoOf is { } key ? $" of {key}" : "")} {it.ExternalId} {it.Activity.Type} \"{it.Activity.Text}\""
        + (it.Activity.Said != (it.Activity.Text ?? "") ? $" says {it.Activity.Said}" : "")
        + string.Concat((it.Activity.Attachments ?? []).Select(file => $" +{file.ContentType}"));
}
