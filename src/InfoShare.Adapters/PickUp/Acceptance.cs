namespace InfoShare.Adapters.PickUp;

/// <summary>What an agency's system is told of what it handed in by HTTP.</summary>
public abstract record Acceptance
{
    private Acceptance() { }

    /// <summary>It is in the spool, on disk.</summary>
    /// <param name="Messages">The ids of the messages.</param>
    /// <param name="About">Of each message, in the same order: <c>about</c> of every delivery and answer that has to do with it.</param>
    /// <param name="NothingToSend">Records of which nothing is sent: known already, or nobody's business to share.</param>
    public sealed record Accepted(IReadOnlyList<string> Messages, IReadOnlyList<string> About, int NothingToSend) : Acceptance;

    /// <summary>Nothing of it was taken.</summary>
    public sealed record Rejected(IReadOnlyList<Problem> Problems) : Acceptance;

    /// <summary>An id was used before for other content. Nothing of it was taken.</summary>
    public sealed record Conflict(IReadOnlyList<Problem> Problems) : Acceptance;

    /// <summary>The spool cannot write. Nothing of it was taken; try again later.</summary>
    public sealed record Unavailable : Acceptance;
}
