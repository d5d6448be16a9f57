using InfoShare.ChildIndex.Moves;
using InfoShare.Contracts.Deliveries;
using InfoShare.Directory;
using InfoShare.Storage.Deliveries;
using InfoShare.Storage.Moves;
using InfoShare.Vault;

namespace InfoShare.Routing.Moves;

/// <summary>What has told of the move that a delivery is about. Pure.</summary>
/// <param name="Move">The same for every message about one move.</param>
/// <param name="Signals">The first first.</param>
internal sealed record EvidenceFor(string Move, IReadOnlyList<MoveEvidence> Signals)
{
    private const int MostTold = 20;

    /// <summary>Null where the delivery is about no move that is on record.</summary>
    /// <param name="rows">Of the child.</param>
    public static EvidenceFor? Delivery(DeliveryRow row, IEnumerable<MoveSignalRow> rows, KeyedHash ids, SharingDirectory directory)
    {
        var byId = rows.ToDictionary(signal => Moves.Signals.IdOf(signal.Sender, signal.About));
        var own = Moves.Signals.IdOf(row.Sender, row.About ?? "");
        return Moves.Signals.Together(byId.Values).FirstOrDefault(move => move.Signals.Any(signal => signal.Id == own)) is { } joint
            ? new(ids.Of("joint-move", joint.Id), [.. joint.Signals.Take(MostTold).Select(signal => Told(signal, byId[signal.Id], directory))])
            : null;
    }

    private static MoveEvidence Told(ToldMove signal, MoveSignalRow row, SharingDirectory directory) =>
        new() { Signal = signal.Signal, From = directory.ParticipantNamed(row.Sender)!.Kind, On = signal.Day };
}
