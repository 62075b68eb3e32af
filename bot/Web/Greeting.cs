using ChatBot.Web.Channels;
using ChatBot.Web.Staff;
using ChatBot.Web.Staff.Reminders;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace ChatBot.Web;

/// <summary>What the program says on the screen once it is ready.</summary>
public static class Greeting
{
    public static async Task Print(IServiceProvider services, TextWriter screen)
    {
        var addresses = services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var channels = services.GetServices<Channel>().Select(it => it.Name).ToHashSet();
        foreach (var address in addresses)
        {
            screen.WriteLine($"Trang trò chuyện:     {address}/");
            screen.WriteLine($"Hỏi đáp, điều luật:   {address}/hoi-dap");
            screen.WriteLine($"Bàn của tư vấn viên:  {address}/staff");
        }

        if (await services.GetRequiredService<FirstHead>().Open(CancellationToken.None) is { } link)
            screen.WriteLine($"Chưa có tài khoản nào. Tạo tài khoản trưởng ban (một lần, trong 24 giờ): {addresses.FirstOrDefault()}{link}");

        foreach (var (name, title, how) in ((string, string, string)[])
        [
            ("messenger", "Messenger", "Messenger:AppId, :AppSecret, :VerifyToken, :Pages"),
            ("zalo", "Zalo", "Zalo:AppId, :AppSecret, :OaSecretKey"),
            ("botframework", "Bot Framework (Azure Bot)", "BotFramework:AppId, :AppPassword"),
        ])
            screen.WriteLine(channels.Contains(name) ? $"{title}: bật" : $"{title}: tắt, chưa có cài đặt {how} (xem README)");
        if (services.GetServices<Channel>().Any(it => it.IsDesk))
            screen.WriteLine("Bàn trực bên ngoài: bật, được gọi mỗi khi cần người trả lời");
        screen.WriteLine(services.GetRequiredService<IOptions<MailOptions>>().Value.IsOn ? "E-mail nhắc việc: bật" : "E-mail nhắc việc: tắt, chưa có cài đặt Mail:Host (xem README)");
        screen.WriteLine(services.GetRequiredService<SiteLinks>().AreOn ? "Nút mở điều luật ngoài trang web: bật" : "Nút mở điều luật ngoài trang web: tắt, chưa có cài đặt Site:Url (xem README)");
    }
}
