using InfoShare.Contracts.Moves;

namespace InfoShare.Routing.Transfers;

/// <summary>In which order a transfer goes on: requested, accepted or declined, conference held, responsibility passed. Pure.</summary>
internal static class TransferSteps
{
    /// <summary>The state that an answer leads to; null where the data is no answer to a transfer.</summary>
    public static TransferState? Of(object data) => data switch
    {
        TransferAccepted => TransferState.Accepted,
        TransferDeclined => TransferState.Declined,
        TransferConferenceHeld => TransferState.ConferenceHeld,
        TransferResponsibilityPassed => TransferState.ResponsibilityPassed,
        _ => null,
    };

    /// <summary>
    /// Whether it may follow. Who has declined may think better of it. An authority's responsibility for a child with a plan passes only
    /// after a conference on the other side; a school or a service holds none. Source: local procedures, such as Norfolk's 3.8.
    /// </summary>
    public static bool MayFollow(TransferState now, TransferState next, TransferKind kind) => next switch
    {
        TransferState.Accepted => now is TransferState.Requested or TransferState.Declined,
        TransferState.Declined => now is TransferState.Requested,
        TransferState.ConferenceHeld => now is TransferState.Accepted && kind is TransferKind.Authority,
        TransferState.ResponsibilityPassed => now is TransferState.ConferenceHeld || (now is TransferState.Accepted && kind is not TransferKind.Authority),
        _ => false,
    };
}
