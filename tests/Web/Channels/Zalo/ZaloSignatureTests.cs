using System.Text;
using ChatBot.Web.Channels.Zalo;

namespace ChatBot.Web.Tests.Channels.Zalo;

public sealed class ZaloSignatureTests
{
    private static readonly ZaloOptions Settings = new() { AppId = "4100000000000000001", AppSecret = "bi-mat", OaSecretKey = "khoa-oa-thu" };

    // The macs were computed with another program.
    private const string Body = """{"app_id":"4100000000000000001","event_name":"user_send_text","sender":{"id":"24"},"recipient":{"id":"7"},"message":{"text":"Nghỉ thai sản mấy tháng?","msg_id":"z1"},"timestamp":"1790041200000"}""";

    private const string Mac = "6d1d26bf278edafa9fc07c6a7d618128a90894353c573a9009d158e19c190d41";

    private const string MacOfEscapedBody = "8c2e0fc02917020fffefac53b31511d4c3f2c8d00adeaa9d8502eb0402b6d4dd";

    private const string MacOfHeadersMoment = "63d215406d044a90e2e00d2d1ece01081e5528f611f803e0d773b3d3d484fbd5";

    private const string Moment = "1790041200000";

    [Theory, InlineData("mac=" + Mac), InlineData(Mac)]
    public void The_raw_bytes_fit_their_mac(string header) => Assert.True(Fits(Body, header, Moment));

    [Fact]
    public void A_body_with_escaped_letters_has_a_mac_of_its_own()
    {
        var escaped = string.Concat(Body.Select(it => it < 128 ? it.ToString() : $"\\u{(int)it:x4}"));

        Assert.True(Fits(escaped, "mac=" + MacOfEscapedBody, Moment));
        Assert.False(Fits(escaped, "mac=" + Mac, Moment));
    }

    [Fact]
    public void The_moment_of_the_header_counts_as_well_as_that_of_the_body() =>
        Assert.True(ZaloSignature.Fits(Encoding.UTF8.GetBytes(Body), "mac=" + MacOfHeadersMoment, [Moment, "1790041200777"], Settings));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("mac=")]
    [InlineData("mac=" + MacOfHeadersMoment)]
    [InlineData("mac=zz1d26bf278edafa9fc07c6a7d618128a90894353c573a9009d158e19c190d41")]
    [InlineData("mac=6d1d26bf278edafa9fc07c6a7d618128a90894353c573a9009d158e19c190d4")]
    [InlineData("sha256=" + Mac)]
    public void A_header_that_is_missing_or_wrong_does_not_fit(string? header) => Assert.False(Fits(Body, header, Moment));

    [Fact]
    public void Without_any_moment_nothing_fits() => Assert.False(Fits(Body, "mac=" + Mac, null));

    [Fact]
    public void Another_key_or_another_app_does_not_fit()
    {
        Assert.False(ZaloSignature.Fits(Encoding.UTF8.GetBytes(Body), "mac=" + Mac, [Moment], new ZaloOptions { AppId = Settings.AppId, OaSecretKey = "khac" }));
        Assert.False(ZaloSignature.Fits(Encoding.UTF8.GetBytes(Body), "mac=" + Mac, [Moment], new ZaloOptions { AppId = "42", OaSecretKey = Settings.OaSecretKey }));
    }

    private static bool Fits(string body, string? header, string? moment) => ZaloSignature.Fits(Encoding.UTF8.GetBytes(body), header, [moment], Settings);
}
