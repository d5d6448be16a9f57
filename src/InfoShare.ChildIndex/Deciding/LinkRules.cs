using InfoShare.ChildIndex.Comparing;

namespace InfoShare.ChildIndex.Deciding;

/// <summary>Decides what a comparison comes to. One configuration for every set of records.</summary>
public static class LinkRules
{
    /// <summary>From this probability on, records are linked without anybody looking.</summary>
    public const double LinkFrom = 0.999;

    /// <summary>From this probability on, somebody looks.</summary>
    public const double ReviewFrom = 0.004;

    public static LinkStatus StatusOf(Comparison comparison, double probability) =>
        probability < ReviewFrom ? LinkStatus.NoMatch
        : probability >= LinkFrom && MayLink(comparison) ? LinkStatus.Match
        : LinkStatus.PotentialMatch;

    /// <summary>
    /// Twins share all that a household shares and the birthday: only with a like given name are records linked without anybody looking. Every
    /// day several children of one common name are born: name and birthday alone are not enough, a home or a number must agree, too. Two
    /// different NHS numbers never are of one person.
    /// </summary>
    public static bool MayLink(Comparison comparison) =>
        comparison[Field.GivenName] is Agreement.Same or Agreement.Close or Agreement.Swapped
        && comparison[Field.BirthDate] is not Agreement.Different
        && comparison[Field.NhsNumber] is Agreement.Same or Agreement.Unknown
        && (IsSameHome(comparison) || comparison[Field.NhsNumber] is Agreement.Same || comparison[Field.Upn] is Agreement.Same);

    private static bool IsSameHome(Comparison comparison) =>
        comparison[Field.Postcode] is Agreement.Same or Agreement.Slip || comparison[Field.Address] is Agreement.Same or Agreement.Close;
}
