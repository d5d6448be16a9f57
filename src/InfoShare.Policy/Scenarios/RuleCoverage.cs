using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Sets;

namespace InfoShare.Policy.Scenarios;

/// <summary>How much of one rule the scenarios try.</summary>
/// <param name="Satisfied">In how many questions all of it held.</param>
/// <param name="Clauses">The parts of its scope that ask for something, then its clauses, in the order written.</param>
public sealed record RuleCoverage(SharingRule Rule, int Satisfied, IReadOnlyList<ClauseCoverage> Clauses)
{
    /// <summary>Satisfied in no scenario: as far as they know, it never decides.</summary>
    public bool IsDead => Satisfied == 0;

    /// <summary>What never made a difference.</summary>
    public IEnumerable<ClauseCoverage> Gaps => Clauses.Where(clause => !clause.SeenTrue || !clause.SeenFalse);
}

/// <summary>One clause of a rule, or one part of its scope, wherever all before it held.</summary>
/// <param name="Text">As policies write it.</param>
public sealed record ClauseCoverage(string Text, SourceSpan Span, bool SeenTrue, bool SeenFalse);
