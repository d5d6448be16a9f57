using InfoShare.Adapters.Health.Appointments;
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
        Visits = Visit.In(bundle).ToLookup(v => v.Patient, v => v.Visit);
        Ended = Moves.Ended.In(bundle).ToLookup(e => e.Patient, e => e.Ended);
    }

    public FhirBundle Bundle { get; }

    public IReadOnlyList<Sign> Signs { get; }

    public IReadOnlyList<Said> Said { get; }

    public ILookup<string, FhirNode> Consents { get; }

    /// <summary>A Patient's appointments.</summary>
    public ILookup<string, Visit> Visits { get; }

    public ILookup<string, Ended> Ended { get; }
}
