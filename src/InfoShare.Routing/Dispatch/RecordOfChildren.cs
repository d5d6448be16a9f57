using InfoShare.Routing.Histories;
using InfoShare.Storage.Deliveries;
using InfoShare.Storage.Histories;
using InfoShare.Storage.Moves;
using InfoShare.Storage.Transfers;
using InfoShare.Vault;

namespace InfoShare.Routing.Dispatch;

/// <summary>What is on record of some children, read for all of them together.</summary>
internal sealed class RecordOfChildren
{
    private readonly Asked<PastConcernRow> concerns;
    private readonly Asked<PastInvolvementRow> involvements;
    private readonly Asked<TransferRow> transfers;
    private readonly Asked<MoveSignalRow> moveSignals;
    private readonly Lazy<(ILookup<string, PastConcernRow> Concerns, ILookup<string, PastInvolvementRow> Involvements, ILookup<string, TransferRow> Transfers, ILookup<string, MoveSignalRow> MoveSignals)> read;

    /// <summary>Asks only: what is asked beside it goes to the store with it.</summary>
    public RecordOfChildren(ReadScope scope, string[] children)
    {
        (concerns, involvements) = (scope.PastConcernsOf(children, ChildPast.MostConcerns), scope.InvolvementsOf(children));
        (transfers, moveSignals) = (scope.TransfersOf(children), scope.MoveSignalsOf(children));
        read = new(() => (
            concerns.Rows.ToLookup(row => row.ChildToken), involvements.Rows.ToLookup(row => row.ChildToken),
            transfers.Rows.ToLookup(row => row.ChildToken), moveSignals.Rows.ToLookup(row => row.ChildToken)));
    }

    /// <summary>What is on record of the child.</summary>
    public ChildPast PastOf(DeliveryRow row) =>
        new([.. read.Value.Concerns[row.ChildToken!]], [.. read.Value.Involvements[row.ChildToken!]], [.. read.Value.Transfers[row.ChildToken!]]);

    /// <summary>What told of moves of the child.</summary>
    public IEnumerable<MoveSignalRow> MoveSignalsOf(DeliveryRow row) => read.Value.MoveSignals[row.ChildToken!];
}
