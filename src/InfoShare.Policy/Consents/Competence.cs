using InfoShare.Contracts.Consent;

namespace InfoShare.Policy;

/// <summary>Whether whoever gave an answer could give it, for this one decision. Never a lasting property of a child.</summary>
public enum Competence
{
    /// <summary>Somebody else than the child answered.</summary>
    NotInQuestion = 1,

    /// <summary>The child is 16 or older, and competent unless somebody finds otherwise.</summary>
    Presumed,

    /// <summary>Somebody found the child competent for this decision.</summary>
    Assessed,

    /// <summary>The child is under 16, or of unknown age, and nobody has assessed it: the answer is on record, and not relied on.</summary>
    NotAssessed,
}

/// <summary>
/// The rule for a child's own answer. Source: Gillick v West Norfolk and Wisbech Area Health Authority [1986] AC 112 (under 16: where the
/// child understands enough of what this decision means); Family Law Reform Act 1969 s.8 and Mental Capacity Act 2005 s.1(2)
/// (from 16: presumed). Pure.
/// </summary>
public static class Gillick
{
    private const int Presumed = 16;

    /// <summary>Whether the answer can be relied on, and why.</summary>
    /// <param name="by">Who answered.</param>
    /// <param name="ageYears">The child's age when it answered; null: unknown.</param>
    /// <param name="assessed">Somebody found it competent for this decision.</param>
    public static Competence Of(ConsentGivenBy by, int? ageYears, bool assessed) => (by, ageYears, assessed) switch
    {
        (not ConsentGivenBy.Child, _, _) => Competence.NotInQuestion,
        (_, >= Presumed, _) => Competence.Presumed,
        (_, _, true) => Competence.Assessed,
        _ => Competence.NotAssessed,
    };
}
