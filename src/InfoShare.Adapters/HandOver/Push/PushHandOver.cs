using InfoShare.Adapters.Arrival;
using InfoShare.Adapters.HandOver.InFolder;
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
    SealedDatabase database, ArrivalFiles files, IPushChannel channel, BegunInFolder begun, Folders folders, TimeProvider clock, WakeUp telling, ILogger log) : IHandOver
{
    /// <summary>Tries after which a refusal is told to routing.</summary>
    public const int MostRefusals = 10;

    /// <summary>Few, so that what is urgent waits for few that hang.</summary>
    private const int AtOnce = 8;

    private static readonly TimeSpan AfterFailure = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await begun.TakeOverAsync();
        while (await RunOnceAsync(cancellationToken))
            telling.Wake();
    }

    /// <summary>Only files are staged, and <see cref="BegunInFolder"/> sees to those.</summary>
    public bool Retract(InboxRow staged) => false;

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
        ArrivalFile? file;
        try
        {
            file = files.For(row);
        }
#pragma warning disable CA1031 // A format that fails: this key waits, the others go on.
        catch (Exception e)
        {
            await NoteAsync(row, new PushOutcome.NotNow(e.GetType().Name));
            return false;
        }
#pragma warning restore CA1031

        if (file is null)
        {
            await database.WriteAsync(write => HandOverNotes.Superseded(write, row, clock.GetUtcNow()));
            return true;
        }

        // Noted before, so that one that is recalled now is told to the system, even where the answer is lost.
        if (!await database.WriteAsync(write => HandOverNotes.Offered(write, row, clock.GetUtcNow())))
            return false;
        var outcome = await channel.PushAsync(new(row.Id, row.Kind, file), cancellationToken);
        await NoteAsync(row, outcome);
        return outcome is PushOutcome.Taken;
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
                NotHandedOver.Write(folders, row.Id, $"the agency's system {why}");
                await database.WriteAsync(write => HandOverNotes.Failed(write, row, AfterFailure, now));
                log.LogError("handing over {Id}: {Why}; routing is told; it is tried again every hour", id, why);
                telling.Wake();
                break;
        }
    }
}
