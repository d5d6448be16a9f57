using System.Globalization;
using InfoShare.Adapters.Health.Children;
using InfoShare.Adapters.Health.Concerns;
using InfoShare.Adapters.Health.Fhir;
using InfoShare.Adapters.Health.Moves;

namespace InfoShare.Adapters.Health.Translation;

/// <summary>What a bundle says about each Patient, related once, so that reading a child looks up and does not search.</summary>
internal sealed class Chart
{
    public Chart(FhirBundle bundle)
    {
        Bundle = bundle;
        Signs = Concerns.Signs.In(bundle);
        Said = Narrative.In(bundle);
        Consents = bundle.Of("Consent").ToLookup(c => bundle.Resolve(c.At("patient"), c)?.Path ?? "");
        Missed = MissedAppointments(bundle).ToLookup(m => m.Patient, m => m.Words);
        Ended = FinishedEpisodes(bundle).ToLookup(e => e.Patient, e => e.Ended);
    }

    public FhirBundle Bundle { get; }

    public IReadOnlyList<Sign> Signs { get; }

    public IReadOnlyList<Said> Said { get; }

    public ILookup<string, FhirNode> Consents { get; }

    /// <summary>Appointments to which a Patient was not brought, in words.</summary>
    public ILookup<string, string> Missed { get; }

    public ILookup<string, Ended> Ended { get; }

    private static IEnumerable<(string Patient, string Words)> MissedAppointments(FhirBundle bundle) =>
        from appointment in bundle.Of("Appointment")
        where appointment.Text("status") == "noshow"
        let day = appointment.Time("start", new Marks())?.Earliest
        from participant in appointment.Each("participant")
        let patient = bundle.Resolve(participant.At("actor"), appointment)
        where patient is { ResourceType: "Patient" }
        select (patient.Value.Path, day is null
            ? "Was not brought to an appointment"
            : $"Was not brought to an appointment on {day.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");

    private static IEnumerable<(string Patient, Ended Ended)> FinishedEpisodes(FhirBundle bundle) =>
        from episode in bundle.Of("EpisodeOfCare")
        where episode.Text("status") == "finished"
        let patient = bundle.Resolve(episode.At("patient"), episode)
        where patient is { ResourceType: "Patient" }
        from ods in Organisations.OdsOf(episode.At("managingOrganization"), episode, bundle)
        select (patient.Value.Path, new Ended(ods.ToUpperInvariant(), episode.At("period")?.Time("end", new Marks())?.Day));
}
