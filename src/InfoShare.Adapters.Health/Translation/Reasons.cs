using InfoShare.Adapters.Health.Agreements;
using InfoShare.Adapters.Health.Appointments;
using InfoShare.Adapters.Health.Children;
using InfoShare.Adapters.Health.Concerns;
using InfoShare.Adapters.Health.Fhir;

namespace InfoShare.Adapters.Health.Translation;

/// <summary>Why a bundle or a child of it gives nothing to send, in words for its summary.</summary>
internal static class Reasons
{
    public const string Adult = "an adult";
    private const string Nothing = "nothing about a concern, a move or an agreement";

    /// <summary>Every reason that applies to a bundle of which nothing is sent.</summary>
    public static string Of(Chart chart, IReadOnlyList<Case> children)
    {
        var bundle = chart.Bundle;
        string?[] reasons =
        [
            children.Count == 0 && bundle.Of("Patient").Any() ? Adult : null,
            bundle.Resources.Any(Signs.IsSceneSafety) ? "a scene-safety flag" : null,
            chart.Signs.Any(s => s.Standing == Standing.Over) ? "a concern that is not active" : null,
            chart.Signs.Any(s => s.Standing == Standing.InError) ? "a concern entered in error" : null,
            .. children.SelectMany(c => AppointmentReasons.Of(chart.Visits[c.Child.Patient.Path])),
            .. children.SelectMany(c => chart.Consents[c.Child.Patient.Path])
                .Select(c => (ConsentReading.Read(c, bundle, new Marks()) as Agreement.Nothing)?.Why),
        ];
        return string.Join("; ", reasons.OfType<string>().Distinct().DefaultIfEmpty(Nothing));
    }
}
