using System.Text.Json;

namespace InfoShare.Contracts.Wire;

/// <summary>Writes messages.</summary>
public static class WireWriter
{
    /// <summary>The message as UTF-8 JSON. The data is written by its own record, whatever <typeparamref name="T"/> is.</summary>
    public static byte[] Write<T>(Envelope<T> envelope) => JsonSerializer.SerializeToUtf8Bytes(envelope, WireJson.Options);

    /// <summary>Any contract record as UTF-8 JSON.</summary>
    public static byte[] WriteData(object data) => JsonSerializer.SerializeToUtf8Bytes(data, data.GetType(), WireJson.Options);
}
