using System.Text.Json;
using InfoShare.Adapters.PickUp;
using InfoShare.Adapters.Spool;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Wire;
using InfoShare.Vault;

namespace InfoShare.Adapters.Receipts;

/// <summary>Tells the agency's people, in <c>quarantine/</c>, of messages that routing would not take.</summary>
internal sealed class RefusalFiles(SealedDatabase database, Folders folders)
{
    public async Task WriteDueAsync()
    {
        var due = database.Read(read => read.Query<OutgoingRow>("select id, state, reasons from outgoing where reasonDue = 1"));
        foreach (var row in due)
        {
            var problems = Reasons(row.Reasons).Select(r => new Problem(r.Field ?? "", r.Text ?? r.Code)).ToList();
            DurableFile.WriteJson(folders.Quarantine, row.Id + ".reason.json", new RecordReason(1, $"message {row.Id}, {row.State} by routing", problems));
        }

        if (due.Count > 0)
            await database.WriteAsync(write =>
            {
                foreach (var row in due)
                    write.Execute("update outgoing set reasonDue = 0 where id = @Id", new { row.Id });
            });
    }

    public static IReadOnlyList<ReceiptReason> Reasons(string json) =>
        json.Length == 0 ? [] : JsonSerializer.Deserialize<List<ReceiptReason>>(json, WireJson.Options)!;
}
