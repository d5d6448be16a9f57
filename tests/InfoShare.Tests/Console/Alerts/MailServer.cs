using System.Net;
using System.Net.Sockets;
using System.Text;

namespace InfoShare.Tests.Console.Alerts;

/// <summary>A mail server that speaks as much SMTP as taking a mail needs. Source: RFC 5321.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task serving;

    public MailServer()
    {
        listener.Start();
        serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>What it answers to a recipient.</summary>
    public string ToRecipient { get; set; } = "250 Fine";

    /// <summary>The commands of all conversations, but not the mails.</summary>
    public List<string> Commands { get; } = [];

    /// <summary>What was taken: headers and text.</summary>
    public List<string> Mails { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            using var client = await listener.AcceptTcpClientAsync(stop.Token);
            using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
            await using var writer = new StreamWriter(client.GetStream()) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 test.example ready");
            while (await reader.ReadLineAsync(stop.Token) is { } line && await AnswerAsync(line, reader, writer))
                Commands.Add(line);
        }
    }

    private async Task<bool> AnswerAsync(string line, StreamReader reader, StreamWriter writer)
    {
        var answer = line.Split(' ')[0].ToUpperInvariant() switch
        {
            "EHLO" => "250-test.example\r\n250 AUTH PLAIN",
            "AUTH" => "235 Welcome",
            "RCPT" => ToRecipient,
            "DATA" => "354 Go on",
            "QUIT" => "221 Bye",
            _ => "250 Fine",
        };
        await writer.WriteLineAsync(answer);
        if (!answer.StartsWith("354", StringComparison.Ordinal))
            return !answer.StartsWith("221", StringComparison.Ordinal);
        var mail = new StringBuilder();
        while (await reader.ReadLineAsync(stop.Token) is { } part && part != ".")
            mail.Append(part).Append('\n');
        Mails.Add(mail.ToString());
        await writer.WriteLineAsync("250 Taken");
        return true;
    }
}
