using InfoShare.Adapters.Arrival;
using InfoShare.Adapters.HandOver;
using InfoShare.Adapters.Running;
using InfoShare.Vault;
using Microsoft.Extensions.Logging;

namespace InfoShare.Adapters.Mesh;

/// <summary>What the exchange says of messages of ours that nobody got: routing is told, the agency's people too, and it is tried again.</summary>
internal sealed class MeshReports(SealedDatabase database, Folders folders, TimeProvider clock, WakeUp telling, ILogger log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    public async Task TakeAsync(MeshChunk report)
    {
        var row = database.Read(read => read.First<InboxRow>(
            "select id, state, attempts from inbox where fileName = @About and state = 'handed-over'", new { About = report.About ?? "" }));
        if (row is null)
        {
            // Sent by somebody else from the same mailbox, or long ago: its report ends here, so its people must see it.
            log.LogWarning("the mailbox reports that a message which is not known here was not delivered");
            NotHandedOver.Write(folders, report.About ?? "unknown", $"a message of this mailbox that is not known here was not delivered: MESH reports {report.Status ?? "no status"}");
            return;
        }

        NotHandedOver.Write(folders, row.Id, $"the agency's system did not collect it: MESH reports {report.Status ?? "no status"}");
        await database.WriteAsync(write => HandOverNotes.Failed(write, row, Pause, clock.GetUtcNow()));
        telling.Wake();
    }
}
