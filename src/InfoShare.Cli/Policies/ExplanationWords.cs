using System.Globalization;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Wire;
using InfoShare.Policy;
using InfoShare.Policy.Explaining;

namespace InfoShare.Cli.Policies;

/// <summary>An explanation as people read it. What it does not hold, because its audience may not know it, is not mentioned.</summary>
internal static class ExplanationWords
{
    private static readonly IReadOnlyList<string> PartWords = Words.Of(typeof(PartName));

    public static IEnumerable<string> Of(ToldDecision told) => told.Explanation is not { } explanation
        ? ["Nothing: this audience may not know that there was a decision."]
        : [
            $"About: {told.DeliveryId}{(explanation.Recipient is { } recipient ? $" to {recipient}" : "")}",
            $"decided {Utc(told.At)}{(told.Decided == "first" ? "" : " (asked again before it was sent)")}{(explanation.PolicySet is { } set ? $" by the set {set}, version {explanation.Version}" : "")}",
            .. explanation.Facts is { } facts ? FactWords.Of(facts) : [],
            .. explanation.Alerts.Select(alert => $"ALERT {alert}: a person must look"),
            "",
            Whole(explanation.Whole),
            .. Details(explanation.Whole).Select(line => $"  {line}"),
            .. Parts(explanation),
        ];

    private static string Whole(Answer whole) => whole.Goes ? "SHARED: the recipient may know of the message." : $"WITHHELD ({whole.Code}): the recipient may not know that the message exists.";

    /// <summary>Of what the recipient may not know of, no part goes: there is nothing more to say of each.</summary>
    private static IEnumerable<string> Parts(Explanation explanation) => !explanation.Whole.Goes || explanation.Parts.Count == 0 ? [] :
    [
        "",
        "Part by part:",
        .. explanation.Parts
            .GroupBy(part => string.Join('\n', [Effect(part), .. Details(part).Select(line => $"    {line}")]), part => PartWords[(int)part.Part! - 1])
            .SelectMany(alike => $"  {string.Join(", ", alike)}: {alike.Key}".Split('\n')),
    ];

    private static string Effect(Answer part) => part.Effect switch
    {
        PartEffect.Release => "shared",
        PartEffect.Mask => "shared, with the location masked",
        PartEffect.Hold => "held until a person has looked",
        _ => $"withheld ({part.Code})",
    };

    private static IEnumerable<string> Details(Answer answer) =>
    [
        .. answer.Because.Select(reason => $"because {reason.Id}{In(reason.Place)}{(reason.Words is { } words ? $": {words}" : "")}"),
        .. Listed("on the basis of", answer.Basis),
        .. Listed("with the obligation", answer.Obligations),
        .. answer.Part is not null && answer.NearMisses.All(miss => answer.Changes.Any(change => change.Rule == miss.Rule)) ? [] : NearMisses(answer.NearMisses),
        .. answer.NothingLifts is { } lasting ? [lasting] : (string[])[],
        .. answer.Changes.Select((change, i) => $"{(i == 0 ? "it would go if" : "  or if")} {string.Join(", and ", change.Changes.Select(one => one.Words))}{By(change)}"),
    ];

    private static IEnumerable<string> Listed(string what, IReadOnlyList<Coded> codes) => codes switch
    {
        [] => [],
        _ when codes.All(code => code.Meaning is null) => [$"{what} {string.Join(", ", codes.Select(code => code.Code))}"],
        [var only] => [$"{what} {only.Code}: {only.Meaning}"],
        _ => [what, .. codes.Select(code => $"  {code.Code.PadRight(codes.Max(one => one.Code.Length))}  {code.Meaning}")],
    };

    private static IEnumerable<string> NearMisses(IReadOnlyList<NearMiss> misses) => misses switch
    {
        [] => [],
        _ when misses.All(miss => miss.Unmet.Count == 0) => [$"nearest rules: {string.Join(", ", misses.Select(miss => miss.Rule))}"],
        _ =>
        [
            "the rules that came nearest, and what they need:",
            .. misses.SelectMany(miss => (IEnumerable<string>)[$"  {miss.Rule}{In(miss.Place)}", .. miss.Unmet.Select(unmet => $"    {unmet.Needed}")]),
        ],
    };

    /// <summary>What could not be tried in facts is the rule's word only.</summary>
    private static string By(NearestChange change) => change switch
    {
        { Rule: null } => "",
        { Tried: true } => $" ({change.Rule})",
        _ => $" ({change.Rule}; not tried)",
    };

    private static string In(string? place) => place is null ? "" : $" ({place})";

    private static string Utc(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
