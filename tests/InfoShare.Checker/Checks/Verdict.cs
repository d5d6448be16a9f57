namespace InfoShare.Checker.Checks;

/// <summary>All checks together.</summary>
/// <param name="Findings">Everything that is not as it must be.</param>
public sealed record Verdict(IReadOnlyList<Finding> Findings)
{
    /// <summary>Nothing is wrong.</summary>
    public bool Holds => Findings.Count == 0;

    public int Count(FindingKind kind) => Findings.Count(f => f.Kind == kind);

    /// <param name="evidence">All that is known, at a moment when everything has come to rest.</param>
    /// <param name="again">Files that came a second time.</param>
    public static Verdict On(Evidence evidence, IEnumerable<string> again) => new([
        .. LostCheck.Of(evidence), .. DoubledCheck.Of(evidence, again), .. OrderCheck.Of(evidence),
        .. ForbiddenCheck.Of(evidence), .. AuditCheck.Of(evidence)]);
}
