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
    SealedDatabase database, Folders folders, Outbox outbox, IDeliveryFormat format, SemaphoreSlim turn, TimeProvider clock, WakeUp telling, ILogger log)
{
    private readonly ArrivalFiles files = new(database, format);
    private readonly BegunInFolder begun = new(database, outbox, clock);

    public IHandOver Open(HandOverSettings settings) => settings switch
    {
        HandOverSettings.Webhook webhook => Push(new WebhookChannel(webhook, clock)),
        HandOverSettings.ByMesh mesh => Push(new MeshChannel(mesh, new MeshClient(mesh.Mailbox, clock), clock)),
        HandOverSettings.Pull => new PullHandOver(database, files, begun, turn, clock, telling),
        _ => new FolderHandOver(database, outbox, files, turn, clock, telling, log),
    };

    private PushHandOver Push(IPushChannel channel) => new(database, files, channel, begun, folders, clock, telling, log);
}
