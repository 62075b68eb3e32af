using Microsoft.Extensions.Options;

namespace ChatBot.Web.Channels.Messenger;

/// <summary>Whether Meta still takes the pages' tokens, which stand in the settings.</summary>
public sealed class MessengerConnection(MessengerChannel channel, IOptions<MessengerOptions> options) : Connection
{
    public override string Channel => "messenger";

    public override IReadOnlyList<string> Given => [.. options.Value.Pages.Select(it => it.Id).Distinct()];

    public override async Task<Health> Ask(string page, CancellationToken cancellationToken)
    {
        if (options.Value.TokenOf(page) is not { } token)
            return new Health.Broken("Trang này chưa có mã truy cập trong cài đặt Messenger:Pages.");
        try
        {
            var (status, said) = await channel.Ask(page, token, cancellationToken);
            return status is >= 200 and < 300 ? new Health.Fine(MessengerChannel.Read(said, "name")) : MessengerErrors.Read(status, said) switch
            {
                Delivery.Reconnect(var why) => new Health.Broken($"{why} Lấy mã mới ở trang ứng dụng Meta rồi đặt vào Messenger:Pages."),
                Delivery.TryLater => new Health.Unclear(),
                // The token lives; it may only not tell the page's name.
                _ => new Health.Fine(null),
            };
        }
        catch (Exception trouble) when (trouble is HttpRequestException or IOException || (trouble is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new Health.Unclear();
        }
    }
}
