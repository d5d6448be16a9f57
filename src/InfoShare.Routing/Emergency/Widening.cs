using InfoShare.Policy;
using InfoShare.Routing.Facts;
using InfoShare.Routing.Intake;
using InfoShare.Storage.Deliveries;

namespace InfoShare.Routing.Emergency;

/// <summary>What emergency access changes in a delivery.</summary>
internal enum Widening
{
    /// <summary>Nothing: the recipient has had as much, or must not have more, or cannot be reached.</summary>
    Nothing = 0,

    /// <summary>It has not left, and leaves now.</summary>
    Leave,

    /// <summary>It may have left with less: what is more goes as a correction of it.</summary>
    Correct,
}

/// <summary>Tells what it changes. Pure.</summary>
internal static class Widenings
{
    /// <param name="row">The delivery as it stands.</param>
    /// <param name="had">Parts that the recipient may have of the same message already.</param>
    /// <param name="now">What is decided with emergency access.</param>
    public static Widening Of(DeliveryRow row, IReadOnlySet<string> had, SharingDecision now)
    {
        if (!now.MayKnow || row.Participant is null)
            return Widening.Nothing;
        var more = now.Released.Select(Coded.Word).Any(part => !had.Contains(part));
        return row switch
        {
            { Kind: "notice", State: not DeliveryStates.Superseded } => more ? Widening.Correct : Widening.Nothing,
            { State: DeliveryStates.Withheld } => Widening.Leave,
            { State: DeliveryStates.Decided } => more ? Widening.Leave : Widening.Nothing,
            { State: DeliveryStates.Recalled, RecallReason: "consent-withdrawn" } => Widening.Correct,
            _ => more && DeliveryStates.MayHaveLeft.Contains(row.State) ? Widening.Correct : Widening.Nothing,
        };
    }

    /// <summary>The parts of one message that a recipient has, may have, or waits for.</summary>
    public static IReadOnlySet<string> Had(IEnumerable<DeliveryRow> ofOneMessage) =>
        ofOneMessage.Where(row => row.State is DeliveryStates.Decided || DeliveryStates.MayHaveLeft.Contains(row.State))
            .SelectMany(row => row.Parts.Split(',', StringSplitOptions.RemoveEmptyEntries)).ToHashSet();
}
