using InfoShare.Adapters.Health.Children;
using InfoShare.Adapters.Health.Concerns;
using InfoShare.Adapters.Health.Fhir;
using InfoShare.Adapters.Translation;

namespace InfoShare.Adapters.Health.Translation;

/// <summary>One child of a bundle and the signs about it.</summary>
internal sealed record Case(Child Child, IReadOnlyList<Sign> Signs);

/// <summary>Decides which children a bundle is about.</summary>
internal sealed class Cases
{
    private readonly Dictionary<(string Patient, bool OfMother), (Child Child, List<Sign> Signs)> cases = [];
    private readonly Dictionary<string, (Age Age, Marks Marks)> ages = [];
    private readonly List<RecordTranslation> closed = [];
    private readonly FhirBundle bundle;
    private readonly DateOnly today;

    public Cases(Chart chart, DateOnly today)
    {
        (bundle, this.today) = (chart.Bundle, today);
        foreach (var patient in bundle.Of("Patient").Where(p => AgeOf(p) != Age.Adult))
            Add(patient, false);
        foreach (var sign in chart.Signs)
            Place(sign);
    }

    /// <summary>The children, in order, with their signs; a child may have none.</summary>
    public IReadOnlyList<Case> Children => [.. cases.Values.Select(c => new Case(c.Child, c.Signs))];

    /// <summary>Signs that lead to no child: about an adult, or about nobody whom the bundle holds.</summary>
    public IReadOnlyList<RecordTranslation> Closed => closed;

    private void Place(Sign sign)
    {
        if (sign.Subject is not { ResourceType: "Patient" } patient)
        {
            if (sign.Standing == Standing.Holds)
                Refuse(sign, "must refer to a Patient of the bundle");
            return;
        }

        var age = AgeOf(patient);
        if (sign.Meaning == Meaning.Unborn && (age is Age.Adult or Age.Child))
            Add(patient, true).Add(sign);
        else if (age != Age.Adult)
            Add(patient, false).Add(sign);
        else if (sign.Meaning == Meaning.Family)
            PlaceInFamily(sign);
        else if (sign.Standing == Standing.Holds)
            closed.Add(new RecordTranslation.NothingToSend(sign.Resource.Path, Reasons.Adult));
    }

    /// <summary>On an adult's record, "child in family" is about the children that the bundle holds. With none, a person must look.</summary>
    private void PlaceInFamily(Sign sign)
    {
        var children = bundle.Of("Patient").Where(p => AgeOf(p) != Age.Adult).ToList();
        if (children.Count == 0 && sign.Standing == Standing.Holds)
            Refuse(sign, "must be the child, or the bundle must hold the child as a Patient");
        foreach (var child in children)
            Add(child, false).Add(sign);
    }

    private void Refuse(Sign sign, string problem) =>
        closed.Add(new RecordTranslation.Quarantined(sign.Resource.Path, new Contracts.Wire.FieldProblem(sign.Resource.Field("subject"), problem)));

    private List<Sign> Add(FhirNode patient, bool ofMother)
    {
        if (!cases.TryGetValue((patient.Path, ofMother), out var found))
        {
            var age = AgeOf(patient);
            found = (new Child(patient, age, ofMother, ages[patient.Path].Marks), []);
            cases.Add((patient.Path, ofMother), found);
        }

        return found.Signs;
    }

    private Age AgeOf(FhirNode patient)
    {
        if (!ages.TryGetValue(patient.Path, out var known))
        {
            var marks = new Marks();
            ages[patient.Path] = known = (Ages.On(patient, today, marks), marks);
        }

        return known.Age;
    }
}
