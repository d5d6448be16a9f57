using InfoShare.Adapters.Arrival;
using InfoShare.Adapters.PickUp;
using InfoShare.Adapters.Running;
using InfoShare.Vault;
using Microsoft.Extensions.Logging;

namespace InfoShare.Adapters.HandOver.Push;

/// <summary>
/// Sends to the agency's system. Noted as handed over after the system has said that it has it: after a crash in between
/// it is sent again under the same id.
/// </summary>
internal sealed class PushHandOver(
    SealedDatabase database, ArrivalFiles files, IPushChannel channel, Folders folders, TimeProvider clock, WakeUp telling, ILogger log) : IHandOver
{
    /// <summary>Refusals after which routing is told that it cannot be handed over.</summary>
    public const int MostRefusals = 10;

    /// <summary>Few, so that what is urgent waits for few that hang.</summary>
    private const int AtOnce = 8;

    private static readonly TimeSpan AfterFailure = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (await RunOnceAsync(cancellationToken))
            telling.Wake();
    }

    /// <summary>What is on its way cannot be held.</summary>
    public bool Retract(InboxRow begun) => false;

    /// <summary>What the system has is its own.</summary>
    public void Erase(string name)
    {
        // Nothing is left here.
    }

    public void Dispose() => channel.Dispose();

    /// <summary>Several children at once, of each one after the other. False when nothing was handed over.</summary>
    private async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        var due = DueArrivals.Of(database, clock.GetUtcNow(), AtOnce);
        var handedOver = await Task.WhenAll(due.GroupBy(row => row.Partition).Select(child => PushEachAsync([.. child], cancellationToken)));
        return handedOver.Contains(true);
    }

    private async Task<bool> PushEachAsync(IReadOnlyList<InboxRow> rows, CancellationToken cancellationToken)
    {
        var handedOver = false;
        foreach (var row in rows)
            handedOver |= await PushAsync(row, cancellationToken);
        return handedOver;
    }

    private async Task<bool> PushAsync(InboxRow row, CancellationToken cancellationToken)
    {
        var file = FileFor(row, out var outcome);
        if (outcome is null && file is null)
        {
            await database.WriteAsync(write => HandOverNotes.Superseded(write, row, clock.GetUtcNow()));
            return true;
        }

        await NoteAsync(row, outcome ??= await channel.PushAsync(new(row.Id, row.Kind, file!), cancellationToken));
        return outcome is PushOutcome.Taken;
    }

    private ArrivalFile? FileFor(InboxRow row, out PushOutcome? failure)
    {
        failure = null;
        try
        {
            return files.For(row);
        }
#pragma warning disable CA1031 // A format that fails: this key waits, the others go on.
        catch (Exception e)
        {
            failure = new PushOutcome.NotNow(e.GetType().Name);
            return null;
        }
#pragma warning restore CA1031
    }

    private async Task NoteAsync(InboxRow row, PushOutcome outcome)
    {
        var (id, now) = (FileNames.Safe(row.Id), clock.GetUtcNow());
        switch (outcome)
        {
            case PushOutcome.Taken taken:
                await database.WriteAsync(write => HandOverNotes.HandedOver(write, row, taken.Name, now));
                log.LogInformation("{Id} handed over", id);
                break;
            case PushOutcome.NotNow { Why: var why, After: var after }:
                await database.WriteAsync(write => HandOverNotes.TryAgain(write, row, after, now));
                log.LogWarning("handing over {Id}: {Why}; it is tried again", id, why);
                break;
            case PushOutcome.Refused { Why: var why } when row.Attempts + 1 < MostRefusals:
                await database.WriteAsync(write => HandOverNotes.TryAgain(write, row, null, now));
                log.LogWarning("handing over {Id}: {Why}; it is tried again", id, why);
                break;
            case PushOutcome.Refused { Why: var why }:
                NotHandedOver.Write(folders, row.Id, why);
                await database.WriteAsync(write => HandOverNotes.Failed(write, row, AfterFailure, now));
                log.LogError("handing over {Id}: {Why}; routing is told; it is tried again every hour", id, why);
                telling.Wake();
                break;
        }
    }
}
