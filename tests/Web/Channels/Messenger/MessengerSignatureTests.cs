using System.Text;
using ChatBot.Web.Channels.Messenger;

namespace ChatBot.Web.Tests.Channels.Messenger;

public sealed class MessengerSignatureTests
{
    private const string Secret = "bi-mat-thu";

    // Unicode escaped as Meta sends it; the header was computed with another program.
    private const string Body = """{"object":"page","entry":[{"id":"1090000000000001","time":1767225600350,"messaging":[{"sender":{"id":"24"},"recipient":{"id":"1090000000000001"},"timestamp":1767225600000,"message":{"mid":"m_test_1","text":"Ch\u00e0o c\u00f4ng \u0111o\u00e0n"}}]}]}""";

    private const string Header = "sha256=d0b78141ecc7f76904f27255448e462a4f3af37ab035aa72db18cbe499398126";

    [Fact]
    public void The_raw_bytes_fit_their_signature() => Assert.True(Fits(Body, Header));

    [Fact]
    public void Upper_case_digits_fit_as_well() => Assert.True(Fits(Body, "sha256=" + Header[7..].ToUpperInvariant()));

    [Fact]
    public void The_same_json_written_again_does_not_fit() => Assert.False(Fits(Body.Replace("\\u00e0", "à", StringComparison.Ordinal), Header));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("sha256=")]
    [InlineData("sha1=d0b78141ecc7f76904f27255448e462a4f3af37ab035aa72db18cbe499398126")]
    [InlineData("sha256=zzb78141ecc7f76904f27255448e462a4f3af37ab035aa72db18cbe499398126")]
    [InlineData("sha256=d0b78141ecc7f76904f27255448e462a4f3af37ab035aa72db18cbe49939812")]
    [InlineData("sha256=00b78141ecc7f76904f27255448e462a4f3af37ab035aa72db18cbe499398126")]
    public void A_header_that_is_missing_or_wrong_does_not_fit(string? header) => Assert.False(Fits(Body, header));

    [Fact]
    public void Another_secret_does_not_fit() => Assert.False(MessengerSignature.Fits(Encoding.UTF8.GetBytes(Body), Header, "khac"));

    private static bool Fits(string body, string? header) => MessengerSignature.Fits(Encoding.UTF8.GetBytes(body), header, Secret);
}
