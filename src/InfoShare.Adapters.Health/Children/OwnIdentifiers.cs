using System.Collections.Frozen;
using InfoShare.Adapters.HandOver.Wording;
using InfoShare.Adapters.Health.Fhir;
using InfoShare.Contracts.Parts;

namespace InfoShare.Adapters.Health.Children;

/// <summary>
/// Identifiers for which FHIR in the UK has no system, under systems of ours; also numbers that failed their check, so that
/// nobody takes one for a good number.
/// </summary>
internal static class OwnIdentifiers
{
    private const int Longest = 40;
    private const string Failed = "-check-failed";

    private static readonly FrozenDictionary<string, (IdentifierSystem System, bool Failed)> Systems = Enum.GetValues<IdentifierSystem>()
        .SelectMany(s => new[] { (s, false), (s, true) })
        .ToFrozenDictionary(s => SystemOf(s.Item1, s.Item2), StringComparer.Ordinal);

    /// <summary>The system under which a delivery has a number.</summary>
    public static string SystemOf(IdentifierSystem system, bool failed) => $"{FhirSystems.OtherIds}{DeliveryWords.Code(system)}{(failed ? Failed : "")}";

    /// <summary>Whether an identifier is under one of them.</summary>
    public static bool IsOwn(FhirNode identifier) => Systems.ContainsKey(identifier.Text("system") ?? "");

    /// <summary>Those among a Patient's identifiers. Another agency's record number means nothing here and could be another child's.</summary>
    public static IEnumerable<Identifier?> In(IEnumerable<FhirNode> identifiers, Marks marks) =>
        from identifier in identifiers.Where(IsOwn)
        let own = Systems[identifier.Text("system")!]
        where own.System != IdentifierSystem.Local
        select marks.Fitting(identifier.Text("value"), Longest, identifier.Field("value")) is { } fitting
            ? new Identifier { System = own.System, Value = fitting, Status = own.Failed ? IdentifierStatus.CheckFailed : IdentifierStatus.Present }
            : null;
}
