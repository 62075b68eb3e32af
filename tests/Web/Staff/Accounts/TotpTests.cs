using System.Text;
using ChatBot.Web.Staff.Accounts;

namespace ChatBot.Web.Tests.Staff.Accounts;

public sealed class TotpTests
{
    private static readonly byte[] Key = Encoding.ASCII.GetBytes("12345678901234567890");

    // RFC 6238, appendix B, the last six of its eight figures.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) =>
        Assert.Equal(code, Totp.Code(Key, Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds))));

    [Theory, InlineData(-60, false), InlineData(-30, true), InlineData(0, true), InlineData(30, true), InlineData(60, false)]
    public void A_telephone_may_be_half_a_minute_off(int seconds, bool counts)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1111111110);
        Assert.Equal(counts, Totp.Find(Key, Totp.Code(Key, Totp.StepAt(now.AddSeconds(seconds))), now) is not null);
    }

    // RFC 4648, section 10.
    [Theory, InlineData("MZXW6YTBOI", "foobar"), InlineData("MZXW6YTB", "fooba"), InlineData("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", "12345678901234567890")]
    public void A_key_is_read_as_identity_writes_it(string base32, string bytes) =>
        Assert.Equal(bytes, Encoding.ASCII.GetString(Totp.ReadKey(base32)));
}
