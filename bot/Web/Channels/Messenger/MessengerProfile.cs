using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatBot.Talk;
using Microsoft.Extensions.Options;

namespace ChatBot.Web.Channels.Messenger;

/// <summary>Sets what a page shows before anybody writes: greeting, get started, persistent menu, ice breakers.</summary>
public sealed class MessengerProfile(MessengerChannel channel, IOptions<MessengerOptions> options)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // All four stand together: a new thread shows the ice breakers above "get started", and the menu needs "get started".
    private static readonly string[] IceBreakers =
        ["Nghỉ việc phải báo trước bao lâu?", "Công ty nợ lương thì làm gì?", "Điều kiện hưởng thai sản", "Điều kiện hưởng trợ cấp thất nghiệp"];

    /// <summary>Sets every page, or the one named; a line for each on <paramref name="output"/>.</summary>
    /// <returns>How many pages could not be set.</returns>
    public async Task<int> Set(string? page, TextWriter output, CancellationToken cancellationToken)
    {
        var pages = options.Value.Pages.Where(it => page is null || it.Id == page).ToList();
        if (pages.Count == 0)
        {
            await output.WriteLineAsync($"Không có Trang {page} trong cài đặt Messenger:Pages.");
            return 1;
        }

        var failures = 0;
        foreach (var it in pages)
            failures += await SetOne(it, output, cancellationToken) ? 0 : 1;
        return failures;
    }

    /// <summary>The command `messenger-profile`: needs only the settings, no database.</summary>
    /// <returns>The exit code: 0 when every page was set.</returns>
    public static async Task<int> Run(string[] args, string? page, TextWriter output, CancellationToken cancellationToken)
    {
        var builder = Host.CreateApplicationBuilder(args);
        if (!builder.Configuration.HasMessenger())
        {
            await output.WriteLineAsync("Chưa có cài đặt Messenger: xem README, phần kết nối Trang.");
            return 2;
        }

        builder.Services.AddSingleton(TimeProvider.System).AddMessenger(builder.Configuration);
        using var host = builder.Build();
        return await host.Services.GetRequiredService<MessengerProfile>().Set(page, output, cancellationToken) == 0 ? 0 : 1;
    }

    public static string Body() => new JsonObject
    {
        ["get_started"] = new JsonObject { ["payload"] = new Tap(Tap.Start).ToString() },
        ["greeting"] = new JsonArray(new JsonObject { ["locale"] = "default", ["text"] = "Chào {{user_first_name}}! Trợ lý tự động của Công đoàn trả lời về lao động, tiền lương, bảo hiểm. Cần người, gõ “gặp tư vấn viên”." }),
        ["persistent_menu"] = new JsonArray(new JsonObject
        {
            ["locale"] = "default",
            ["composer_input_disabled"] = false,
            ["call_to_actions"] = new JsonArray(Postback("Gặp tư vấn viên", Tap.Advisor), Postback("Đặt câu hỏi", Tap.Start)),
        }),
        ["ice_breakers"] = new JsonArray(new JsonObject
        {
            ["locale"] = "default",
            ["call_to_actions"] = new JsonArray([.. IceBreakers.Select(it => new JsonObject { ["question"] = it, ["payload"] = it })]),
        }),
    }.ToJsonString(Plain);

    private async Task<bool> SetOne(MessengerOptions.Page page, TextWriter output, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await channel.Post(page.Id, "messenger_profile", page.AccessToken, Body(), cancellationToken);
            var said = await response.Content.ReadAsStringAsync(cancellationToken);
            await output.WriteLineAsync(response.IsSuccessStatusCode
                ? $"Trang {page.Id}: đã đặt lời chào, nút Bắt đầu, menu và câu gợi ý. Người dùng thấy sau ít phút."
                : $"Trang {page.Id}: chưa đặt được, {Reason(MessengerErrors.Read((int)response.StatusCode, said))}");
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException trouble)
        {
            await output.WriteLineAsync($"Trang {page.Id}: không nối được tới Messenger ({trouble.HttpRequestError}).");
            return false;
        }
    }

    private static string Reason(Delivery delivery) => delivery switch
    {
        Delivery.TryLater it => it.Why + " Chạy lại sau.",
        Delivery.Reconnect it => it.Why,
        Delivery.Refused it => it.Why,
        Delivery.OutsideWindow it => it.Why,
        _ => "không rõ lý do.",
    };

    private static JsonObject Postback(string title, string verb) => new() { ["type"] = "postback", ["title"] = title, ["payload"] = new Tap(verb).ToString() };
}
