using InfoShare.Console.Words;
using InfoShare.Routing.Incidents;

namespace InfoShare.Console.Registers;

/// <summary>Incidents in words. Pure.</summary>
internal static class IncidentWords
{
    public static string Kind(string kind) => kind switch
    {
        "wrong-link" => "Two records were taken for one child",
        "wrong-child" => "The sender has taken it back: it was of another child",
        "wrong-person" => "A recipient has said that it was not for them",
        _ => CaseWords.Label(kind),
    };

    /// <summary>How far its removal has come.</summary>
    public static string Removals(ListedIncident incident)
    {
        var (asked, confirmed) = (incident.Reached.Count(IsAsked), incident.Reached.Count(one => one.Removal == "confirmed"));
        return asked + confirmed == 0 ? "nothing is called back" : $"{confirmed} of {asked + confirmed} confirmed";
    }

    /// <summary>Why it cannot be closed yet; null: it can.</summary>
    public static string? WhyNotClose(ListedIncident incident) => incident switch
    {
        { ClosedAt: not null } => "It is closed already.",
        _ when incident.Reached.Count(IsAsked) is > 0 and var waiting => $"{waiting} of its removals are not confirmed: whoever has it must remove it first.",
        _ => null,
    };

    /// <summary>Why there is nothing to call back; null: there is.</summary>
    public static string? WhyNotRecall(ListedIncident incident) =>
        incident.Reached.Any(one => one.Removal.StartsWith("not called back", StringComparison.Ordinal)) ? null : "Everything that it reached has been called back.";

    public static string Removal(ListedReached one) => one switch
    {
        { RemovedAt: { } at } => $"removed {at.Uk()}",
        { Removal: "confirmed" } => "removed",
        { Removal: "pending" or "sent" } => "called back, not confirmed",
        _ => one.Removal,
    };

    private static bool IsAsked(ListedReached one) => one.Removal is "pending" or "sent";
}
