using InfoShare.Adapters.Arrival;
using InfoShare.Vault;

namespace InfoShare.Adapters.HandOver.InFolder;

/// <summary>
/// For another way than by files: what a run that handed over by files had begun when it stopped. What is still hidden is
/// taken back and goes the new way; what was made visible, the system has.
/// </summary>
internal sealed class BegunInFolder(SealedDatabase database, Outbox outbox, TimeProvider clock)
{
    public async Task TakeOverAsync()
    {
        if (DueArrivals.Staged(database) is not { Count: > 0 } staged)
            return;
        var hidden = staged.ToLookup(row => outbox.Retract(row.FileName));
        await database.WriteAsync(write =>
        {
            foreach (var row in hidden[true])
                write.Execute("update inbox set state = 'received', fileName = '' where id = @Id and state = 'staged'", new { row.Id });
            foreach (var row in hidden[false])
                HandOverNotes.HandedOver(write, row, row.FileName, clock.GetUtcNow());
        });
    }
}
