using InfoShare.Adapters.Health.Children;
using InfoShare.Adapters.Health.Events;
using InfoShare.Adapters.Health.Fhir;
using InfoShare.Adapters.Health.Moves;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Parts;
using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.Health.Nems;

/// <summary>What an event says about a move. That something changed is said by the event itself, so less has to be shown than in a record.</summary>
internal abstract record NemsMove
{
    private NemsMove() { }

    /// <summary>The child moved.</summary>
    public sealed record Moved(ChildMovedArea Message) : NemsMove;

    /// <summary>It did not, and why.</summary>
    public sealed record NotMoved(string Why) : NemsMove;

    /// <summary>The event does not say where to, or from where.</summary>
    public sealed record Unclear(FieldProblem Problem) : NemsMove;

    /// <summary>Reads a change of address or of practice.</summary>
    public static NemsMove Read(string name, FhirBundle bundle, Child child, string childKey, DateOnly today)
    {
        var told = bundle.Header.Time("timestamp", child.Marks)?.Day;
        return name == PdsEvents.AddressChanged ? Home(child, childKey, told, today) : Practice(bundle, child, childKey, told);
    }

    /// <summary>PDS writes the same address now so, now so: only another postcode or first line is another place.</summary>
    private static NemsMove Home(Child child, string childKey, DateOnly? told, DateOnly today)
    {
        var addresses = child.Address?.Addresses ?? [];
        if (addresses.FirstOrDefault(a => a.Use == AddressUse.Home) is not { } home)
            return new Unclear(new(child.Patient.Field("address"), "must hold the new home"));
        if (addresses.FirstOrDefault(a => a.Use == AddressUse.Old) is { } old && Places.Normalised(old) == Places.Normalised(home))
            return new NotMoved("the same place, written otherwise");
        return (home.From ?? told) is { } start
            ? new Moved(MoveMessages.Home(child, childKey, start, today))
            : new Unclear(new(child.Patient.Field("address.period.start"), "is required, or MessageHeader.timestamp"));
    }

    private static NemsMove Practice(FhirBundle bundle, Child child, string childKey, DateOnly? told)
    {
        var patient = child.Patient;
        var current = Practices.Of(patient, bundle, child.Marks);
        if (current.Count == 0 && patient.At("generalPractitioner") is { } unnamed)
            return new Unclear(new(unnamed.Path, "must be a practice with its ODS code"));
        var left = Ended.In(bundle).Where(e => e.Patient == patient.Path).Select(e => e.Ended).FirstOrDefault();
        return (current, left) switch
        {
            ([], null) => new Unclear(new(patient.Field("generalPractitioner"), "is required, or a finished EpisodeOfCare")),
            (_, null) => new NotMoved(PdsEvents.FirstRegistration),
            ([var to, ..], _) when to.Ods == left.Ods => new NotMoved("the same practice"),
            _ => new Moved(MoveMessages.Practice(child, childKey, new(left.Ods, current.Count > 0 ? current[0].Ods : null, left.On ?? told))),
        };
    }
}
