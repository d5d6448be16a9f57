using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.Spool;

/// <summary>What came of one draft.</summary>
internal abstract record DraftOutcome
{
    private DraftOutcome() { }

    /// <summary>A message in the spool.</summary>
    /// <param name="About">The concern, move, notice and so on.</param>
    public sealed record Message(string Id, string About) : DraftOutcome;

    /// <summary>Nothing to send, and why.</summary>
    public sealed record Nothing(string Reason) : DraftOutcome;

    /// <summary>It cannot be sent.</summary>
    /// <param name="Reused">True when its id was used before for other content.</param>
    /// <param name="Problems">What is wrong.</param>
    public sealed record Refused(bool Reused, params IReadOnlyList<FieldProblem> Problems) : DraftOutcome;
}
