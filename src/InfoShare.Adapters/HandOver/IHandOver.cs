using InfoShare.Adapters.Arrival;

namespace InfoShare.Adapters.HandOver;

/// <summary>A way into the agency's system. Each delivery takes it once; of a child one ordinary one at a time, in order.</summary>
internal interface IHandOver : IDisposable
{
    /// <summary>Hands over everything that is due.</summary>
    Task RunAsync(CancellationToken cancellationToken);

    /// <summary>Takes back one that is staged; false when the system may have seen it.</summary>
    bool Retract(InboxRow staged);
}
