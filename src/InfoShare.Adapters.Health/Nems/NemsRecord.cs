using InfoShare.Adapters.Health.Children;
using InfoShare.Adapters.Health.Events;
using InfoShare.Adapters.Health.Fhir;
using InfoShare.Adapters.Health.Moves;
using InfoShare.Adapters.Health.Translation;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.Health.Nems;

/// <summary>Turns one event into its record. It comes from the NHS and is told on by the organisation that takes it in.</summary>
internal static class NemsRecord
{
    private const string Demographics = "https://fhir.nhs.uk/STU3/StructureDefinition/Extension-RoutingDemographics-1";
    private const string MessageType = "https://fhir.nhs.uk/STU3/StructureDefinition/Extension-MessageEventType-1";

    public static RecordTranslation Read(FhirBundle bundle, TranslationContext context)
    {
        var name = PdsEvents.NameOf(bundle.Event ?? "");
        if (name is not (PdsEvents.AddressChanged or PdsEvents.PracticeChanged))
            return Nothing(PdsEvents.Nothing(name));
        if (Extension(bundle.Header, MessageType).SelectMany(e => e.Codings("valueCodeableConcept")).Any(c => c.Code == "delete"))
            return Nothing("an event that was taken back");
        if (bundle.Of("Patient").Take(2).ToList() is not [var patient])
            return Bad(new("Bundle.entry", "must hold one Patient"));
        if (context.Organisations is not [var from, ..])
            return Bad(new(bundle.Header.Path, "cannot be told on: this adapter speaks for no organisation"));

        var marks = new Marks();
        var age = Ages.On(patient, context.AsOf, marks);
        if (age == Age.Adult)
            return Nothing(Reasons.Adult);
        MarkOtherBirth(bundle.Header, patient, marks);
        var child = new Child(patient, age, OfMother: false, marks);
        return child.IsNobody
            ? Bad(new(patient.Path, "must have a name, an identifier or a birth date"))
            : Told(bundle, child, from, NemsMove.Read(name, bundle, child, child.Key(from), context.AsOf), context);
    }

    private static RecordTranslation Told(FhirBundle bundle, Child child, OrganisationSource from, NemsMove found, TranslationContext context)
    {
        switch (found)
        {
            case NemsMove.Moved { Message: var move }:
                if (FieldLimits.Check(move, "data") is { Count: > 0 } broken)
                    return new RecordTranslation.Quarantined("Bundle", broken);
                var told = bundle.Header.Time("timestamp", new Marks())?.Instant?.ToUniversalTime() ?? context.At;
                return new RecordTranslation.Messages("Bundle", new Draft(from, child.Key(from), move.MoveId, MoveMessages.TimeOf(move, told), move));
            case NemsMove.NotMoved { Why: var why }:
                return Nothing(why);
            case NemsMove.Unclear { Problem: var problem }:
                return Bad(problem);
            default:
                throw new InvalidOperationException($"{found.GetType().Name} is no outcome of an event");
        }
    }

    /// <summary>The header repeats who it is about, and real ones contradict the Patient: the Patient counts.</summary>
    private static void MarkOtherBirth(FhirNode header, FhirNode patient, Marks marks)
    {
        foreach (var birth in Extension(header, Demographics).SelectMany(e => e.Each("extension")).Where(e => e.Text("url") == "birthDateTime"))
        {
            if (birth.Time("valueDateTime", new Marks())?.Day is { } day && patient.Time("birthDate", new Marks())?.Day is { } born && day != born)
                marks.Add(birth.Path, "is another date of birth than the Patient's, which was taken");
        }
    }

    private static IEnumerable<FhirNode> Extension(FhirNode node, string url) => node.Each("extension").Where(e => e.Text("url") == url);

    private static RecordTranslation.NothingToSend Nothing(string why) => new("Bundle", why);

    private static RecordTranslation.Quarantined Bad(FieldProblem problem) => new("Bundle", problem);
}
