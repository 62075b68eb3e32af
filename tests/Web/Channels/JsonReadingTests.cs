using System.Diagnostics;
using System.Text.Json;
using ChatBot.Web.Channels;

namespace ChatBot.Web.Tests.Channels;

/// <summary>What is found in the JSON of strangers, and what is simply not there.</summary>
public sealed class JsonReadingTests
{
    [Theory]
    [InlineData("""{"text":"a\ud83d"}""", "a")]
    [InlineData("""{"text":"\udc00a\ud83d\ud83d\ude00"}""", "a😀")]
    [InlineData("""{"text":"\\ud83d"}""", "\\ud83d")]
    [InlineData("""{"text":"a\u0000b"}""", "ab")]
    [InlineData("""{"text":"một","text":"hai"}""", "hai")]
    [InlineData("""{"text":1.50}""", "1.50")]
    [InlineData("""{"text":["a"]}""", null)]
    [InlineData("""[]""", null)]
    public void A_text_is_found_whole_and_fit_to_be_kept(string json, string? expected) => Assert.Equal(expected, Of(json).Text("text"));

    [Fact]
    public void A_name_with_half_an_emoji_in_it_is_somebody_elses()
    {
        var read = Of("""{"text":"a","\ud83dtext":"b","te\udc00xt":{"x":1},"list":[{"\ud83d":1}]}""");

        Assert.Equal("a", read.Text("text"));
        Assert.Null(read.Member("x"));
        Assert.Null(Assert.Single(read.List("list")).Text("d"));
    }

    [Theory]
    [InlineData(400, true)]
    [InlineData(401, false)]
    [InlineData(0, false)]
    public void An_id_is_no_longer_than_an_index_takes(int length, bool isOne) =>
        Assert.Equal(isOne, Of($$"""{"id":"{{new string('a', length)}}"}""").Id("id") is not null);

    [Theory]
    [InlineData("MA_1.~", true)]
    [InlineData("MA\\n1", false)]
    [InlineData("mã", false)]
    public void A_token_fits_into_a_header(string token, bool isOne) => Assert.Equal(isOne, Of($$"""{"token":"{{token}}"}""").Token("token") is not null);

    [Fact]
    public void Many_half_letters_are_read_as_fast_as_whole_ones()
    {
        var read = Of($"[{string.Join(',', Enumerable.Repeat("""{"text":"\ud83d"}""", 100_000))}]");
        var watch = Stopwatch.StartNew();

        Assert.All(read.EnumerateArray(), it => Assert.Equal("", it.Text("text")));

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    private static JsonElement Of(string json) => JsonSerializer.Deserialize<JsonElement>(json);
}
