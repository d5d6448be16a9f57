using InfoShare.Adapters.Health.Children;
using InfoShare.Adapters.Health.Fhir;

namespace InfoShare.Adapters.Health.Moves;

/// <summary>A finished EpisodeOfCare.</summary>
/// <param name="Ods">The managing organisation's ODS code, upper case.</param>
/// <param name="On">Its last day, if known.</param>
internal sealed record Ended(string Ods, DateOnly? On)
{
    /// <summary>Those of a bundle, with the path of the Patient.</summary>
    public static IEnumerable<(string Patient, Ended Ended)> In(FhirBundle bundle) =>
        from episode in bundle.Of("EpisodeOfCare")
        where episode.Text("status") == "finished"
        let patient = bundle.Resolve(episode.At("patient"), episode)
        where patient is { ResourceType: "Patient" }
        from ods in Organisations.OdsOf(episode.At("managingOrganization"), episode, bundle)
        select (patient.Value.Path, new Ended(ods.ToUpperInvariant(), episode.At("period")?.Time("end", new Marks())?.Day));
}

/// <summary>A change of GP practice. The bundle has to say so: two practices, one of which the child has left.</summary>
/// <param name="From">ODS code of the practice left.</param>
/// <param name="To">ODS code of the new practice; null where the child is registered nowhere.</param>
/// <param name="On">The first day at the new one, else the last at the old one.</param>
internal sealed record PracticeChange(string From, string? To, DateOnly? On)
{
    /// <summary>Left means: its EpisodeOfCare is finished, or the period of its identifier has ended (as PDS writes it).</summary>
    public static PracticeChange? Find(IReadOnlyList<Practice> practices, IReadOnlyList<Ended> ended)
    {
        bool Left(Practice p) => p.To is not null || ended.Any(e => e.Ods == p.Ods);
        if (practices.LastOrDefault(Left) is not { } left || practices.FirstOrDefault(p => !Left(p)) is not { } current)
            return null;
        return new(left.Ods, current.Ods, current.From ?? left.To ?? ended.FirstOrDefault(e => e.Ods == left.Ods)?.On);
    }
}
