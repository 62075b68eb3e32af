using System.Net.Sockets;
using ChatBot.Web.Channels;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace ChatBot.Web.Staff.Reminders;

/// <summary>Reminders as e-mail.</summary>
internal sealed class ReminderMail(IOptions<MailOptions> options, IOptions<SiteOptions> site, TimeProvider time) : ReminderWay
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly MailOptions options = options.Value;

    public override async Task<Carried> Carry(Notice notice, CancellationToken cancellationToken)
    {
        if (!options.IsOn || !MailboxAddress.TryParse(notice.To.Email, out var to))
            return Carried.NoWay;
        try
        {
            await Send(Write(notice, to), cancellationToken);
            return Carried.Sent;
        }
        catch (Exception trouble) when (trouble is AuthenticationException or ServiceNotAuthenticatedException)
        {
            return Carried.Failed("máy chủ thư không nhận tên hoặc mật khẩu (Mail:User, Mail:Password)");
        }
        catch (SmtpCommandException trouble)
        {
            return Carried.Failed(trouble.ErrorCode == SmtpErrorCode.RecipientNotAccepted
                ? "máy chủ thư từ chối địa chỉ e-mail của người này"
                : $"máy chủ thư trả lời {(int)trouble.StatusCode}");
        }
        catch (Exception trouble) when (trouble is SocketException or IOException or TimeoutException or SslHandshakeException or ProtocolException or NotSupportedException or OperationCanceledException)
        {
            return Carried.Failed($"không nối được máy chủ thư {options.Host}:{options.Port} (Mail:Host, Mail:Port, Mail:Security)");
        }
    }

    private MimeMessage Write(Notice notice, MailboxAddress to)
    {
        var link = site.Value.Url is { Length: > 0 } url ? $"{url.TrimEnd('/')}/staff" : null;
        var isOne = notice.Lines.Count == 1;
        var subject = isOne ? $"{notice.Title}: {notice.Lines[0]}" : notice.Title;
        return new MimeMessage([MailboxAddress.Parse(options.From)], [to], subject, new TextPart("plain")
        {
            Text = $"{subject}{(isOne ? "." : string.Concat(notice.Lines.Select(it => $"\r\n- {it}")))}\r\n\r\n{(link is null ? "Mở bàn tư vấn để xem" : $"Mở bàn tư vấn để xem: {link}")}\r\nBấm “Đã biết” ở đó thì thư này thôi nhắc lại.\r\n",
        })
        {
            Date = time.GetUtcNow(),
        };
    }

    private async Task Send(MimeMessage message, CancellationToken cancellationToken)
    {
        using var server = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
        await server.ConnectAsync(options.Host, options.Port, options.Security switch
        {
            MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
            MailSecurity.None => SecureSocketOptions.None,
            _ => SecureSocketOptions.StartTls,
        }, cancellationToken);
        if (options.User.Length > 0)
            await server.AuthenticateAsync(options.User, options.Password, cancellationToken);
        await server.SendAsync(message, cancellationToken);
        await server.DisconnectAsync(quit: true, cancellationToken);
    }
}
