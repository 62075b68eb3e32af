using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace ChatBot.Web.Channels.Zalo;

/// <summary>Whether Zalo still lets us in, and how an admin of an account lets us in at first.</summary>
public sealed class ZaloConnection(ZaloOauth oauth, ZaloTokens tokens, ZaloApi api, IDataProtectionProvider protection, TimeProvider time) : Connection
{
    /// <summary>Zalo's codes live no longer.</summary>
    private static readonly TimeSpan ConsentMayTake = TimeSpan.FromMinutes(10);

    private readonly IDataProtector seal = protection.CreateProtector("zalo consent");

    public override string Channel => "zalo";

    public override async Task<Health> Ask(string page, CancellationToken cancellationToken) => await tokens.OpenFresh(page, cancellationToken) switch
    {
        ZaloAccess.Open(var token) => await Ask(page, token, cancellationToken),
        ZaloAccess.Lost(var why) => new Health.Broken(why),
        _ => new Health.Unclear(),
    };

    public override IReadOnlyList<(string Title, string Value)> ToRegister(string back) => [("Callback URL", back), ("Code challenge", oauth.Challenge)];

    public override Uri Begin(string back, string staff) =>
        oauth.ConsentPage(back, seal.Protect($"{time.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)} {staff}"));

    public override async Task<Connected> Finish(Consent consent, CancellationToken cancellationToken)
    {
        if (!IsOurs(consent))
            return new Connected(null, "Lần kết nối này đã quá 10 phút hoặc do người khác bắt đầu. Bấm “Kết nối Zalo” lần nữa.");
        if (consent is not { Code: { Length: > 0 } code, Account: { Length: > 0 } account })
            return new Connected(null, "Zalo chưa cho phép. Bấm “Kết nối Zalo” lần nữa, chọn tài khoản OA rồi bấm đồng ý.");
        switch (await oauth.Exchange(code, cancellationToken))
        {
            case ZaloGrant.Pair pair:
                await tokens.Keep(account, pair, CancellationToken.None);
                return new Connected(account, null);
            case ZaloGrant.Refused(var number):
                return new Connected(null, $"Zalo từ chối (mã {number.ToString(CultureInfo.InvariantCulture)}). Kiểm tra Callback URL và Code challenge ở trang ứng dụng Zalo có đúng như dưới đây không, rồi bấm “Kết nối Zalo” lần nữa.");
            default:
                return new Connected(null, "Không nối được tới Zalo. Đợi ít phút rồi bấm “Kết nối Zalo” lần nữa.");
        }
    }

    private async Task<Health> Ask(string page, string token, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await api.Account(token, cancellationToken);
            if (answer.IsFine)
                return answer.Data?.Text("oa_id") is { } id && id != page
                    ? new Health.Broken($"Mã truy cập này là của tài khoản {id}. Bấm “Kết nối lại Zalo” và chọn đúng tài khoản.")
                    : new Health.Fine(answer.Data?.Text("name"));
            if (ZaloErrors.IsDeadToken(answer.Error))
                return await tokens.Open(page, dead: token, cancellationToken) is ZaloAccess.Lost(var lost) ? new Health.Broken(lost) : new Health.Unclear();
            return ZaloErrors.Read(answer, time.GetUtcNow()) is Delivery.Reconnect(var why) ? new Health.Broken(why) : new Health.Unclear();
        }
        catch (Exception trouble) when (trouble is HttpRequestException or IOException || (trouble is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new Health.Unclear();
        }
    }

    private bool IsOurs(Consent consent)
    {
        try
        {
            var parts = seal.Unprotect(consent.State ?? "").Split(' ', 2);
            return parts is [var moment, var staff] && staff == consent.Staff
                && time.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(moment, CultureInfo.InvariantCulture)) <= ConsentMayTake;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
