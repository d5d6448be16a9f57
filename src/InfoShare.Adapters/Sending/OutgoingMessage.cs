using System.Text.Json;
using InfoShare.Adapters.Spool;
using InfoShare.Broker;
using InfoShare.Contracts.Wire;
using InfoShare.Vault;

namespace InfoShare.Adapters.Sending;

/// <summary>A message of the spool as it travels.</summary>
internal static class OutgoingMessage
{
    /// <summary>With its sequence and epoch as they are now; null when its key was destroyed.</summary>
    public static BrokerMessage? Build(OutgoingRow row, ReadScope read)
    {
        if (read.Unseal(row.KeyId, row.Body) is not { } plain)
            return null;
        if (row.Urgent == 1)
            return new(row.Id, plain);
        var envelope = JsonSerializer.Deserialize<Envelope<JsonElement>>(plain, WireJson.Options)!;
        return new(row.Id, WireWriter.Write(envelope with { Sequence = (int)row.Sequence, Epoch = (int)row.Epoch }));
    }
}
