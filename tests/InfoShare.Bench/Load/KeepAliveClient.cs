using System.Net;
using System.Net.Sockets;
using System.Text;

namespace InfoShare.Bench.Load;

/// <summary>
/// Posts over one kept connection, one request at a time. Of HTTP it knows only what this bench needs, so that the load
/// takes little of the processor that the measured program is to have.
/// </summary>
internal sealed class KeepAliveClient : IDisposable
{
    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] buffer = new byte[16 * 1024];
    private readonly string head;

    private KeepAliveClient(Uri address) => head =
        $"POST {address.AbsolutePath} HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/json\r\nContent-Length: ";

    public static async Task<KeepAliveClient> ConnectAsync(Uri address)
    {
        var client = new KeepAliveClient(address);
        await client.socket.ConnectAsync(IPAddress.Loopback, address.Port);
        return client;
    }

    /// <summary>Posts the body and reads the whole answer; returns its status.</summary>
    public async Task<int> PostAsync(byte[] body)
    {
        await socket.SendAsync(new List<ArraySegment<byte>> { Encoding.ASCII.GetBytes($"{head}{body.Length}\r\n\r\n"), body });
        var read = 0;
        while (!IsWhole(buffer.AsSpan(0, read)))
        {
            var more = await socket.ReceiveAsync(buffer.AsMemory(read));
            if (more == 0)
                throw new IOException("the connection was closed in the middle of an answer");
            read += more;
        }

        return int.Parse(buffer.AsSpan("HTTP/1.1 ".Length, 3), provider: null);
    }

    public void Dispose() => socket.Dispose();

    /// <summary>An answer ends with its last chunk, or after as many bytes as it announces.</summary>
    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0)
            return false;
        var headers = answer[..end];
        var content = answer[(end + 4)..];
        var length = headers.IndexOf("Content-Length: "u8);
        if (length < 0)
            return content.EndsWith("0\r\n\r\n"u8);
        var value = headers[(length + "Content-Length: ".Length)..];
        var stop = value.IndexOf((byte)'\r');
        return content.Length >= int.Parse(stop < 0 ? value : value[..stop], provider: null);
    }
}
