using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace InfoShare.Console.Alerts.Channels;

/// <summary>Tells by e-mail, over a mail server.</summary>
internal sealed class EmailChannel(SmtpSettings settings, TimeProvider clock) : IAlertChannel
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    public string Name => "email";

    public async Task<string?> SendAsync(AlertMessage message, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
#pragma warning disable CA1031 // Whatever goes wrong, the alert has not left, and that is what its caller must know.
        try
        {
            using var mail = MailOf(message);
            using var client = new SmtpClient();
            await client.ConnectAsync(settings.Host, settings.Port, Security(settings.Security), limit.Token);
            if (settings is { User: { } user, Password: { } password })
                await client.AuthenticateAsync(user, password, limit.Token);
            await client.SendAsync(mail, limit.Token);
            await client.DisconnectAsync(quit: true, limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return null;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            return ProblemOf(e);
        }
#pragma warning restore CA1031
    }

    private MimeMessage MailOf(AlertMessage message)
    {
        var mail = new MimeMessage { Subject = message.Subject, Date = clock.GetUtcNow(), MessageId = $"{message.Id}@infoshare", Body = new TextPart("plain") { Text = message.Text } };
        mail.From.Add(MailboxAddress.Parse(settings.From));
        mail.To.AddRange(settings.To.Select(MailboxAddress.Parse));
        // No machine answers it with "I am away". Source: RFC 3834.
        mail.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return mail;
    }

    private static SecureSocketOptions Security(SmtpSecurity security) => security switch
    {
        SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
        SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.None,
    };

    /// <summary>In words of our own: a server's may repeat what it was sent.</summary>
    private static string ProblemOf(Exception e) => e switch
    {
        SmtpCommandException refused => $"the mail server answered {(int)refused.StatusCode}",
        AuthenticationException => "the mail server does not take the user and password",
        SslHandshakeException => "the mail server’s certificate is not good",
        SocketException => "the mail server cannot be reached",
        OperationCanceledException => "the mail server did not answer in time",
        NotSupportedException => "the mail server offers no TLS",
        ProtocolException or IOException => "the mail server ended the conversation",
        _ => e.GetType().Name,
    };
}
