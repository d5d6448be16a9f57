using InfoShare.Adapters.HandOver.InFolder;
using InfoShare.Adapters.HandOver.Pull;
using InfoShare.Adapters.HandOver.Push;
using InfoShare.Adapters.HandOver.Webhook;
using InfoShare.Adapters.Mesh;
using InfoShare.Adapters.Running;
using InfoShare.Vault;
using Microsoft.Extensions.Logging;

namespace InfoShare.Adapters.HandOver;

/// <summary>Opens the way that the settings ask for.</summary>
internal sealed class HandOverWays(
    SealedDatabase database, Folders folders, IDeliveryFormat format, SemaphoreSlim turn, TimeProvider clock, WakeUp telling, ILogger log)
{
    public IHandOver Open(HandOverSettings settings)
    {
        var files = new ArrivalFiles(database, format);
        return settings switch
        {
            HandOverSettings.Webhook webhook => Push(files, new WebhookChannel(webhook, clock)),
            HandOverSettings.ByMesh mesh => Push(files, new MeshChannel(mesh, new MeshClient(mesh.Mailbox, clock), clock)),
            HandOverSettings.Pull => new PullHandOver(database, files, turn, clock, telling),
            _ => new FolderHandOver(database, new Outbox(folders), files, turn, clock, telling, log),
        };
    }

    private PushHandOver Push(ArrivalFiles files, IPushChannel channel) => new(database, files, channel, folders, clock, telling, log);
}
