using InfoShare.Adapters.Health.Fhir;

namespace InfoShare.Adapters.Health.Mns;

/// <summary>Reads signals written as FHIR R4: Parameters in a history bundle, by the subscriptions backport. Parts are found by name, not by place.</summary>
internal static class MnsParameters
{
    /// <summary>The signals of a bundle. A Patient beside a single one is whom it is about.</summary>
    public static IEnumerable<MnsSignal> In(FhirNode bundle)
    {
        var resources = bundle.Each("entry").Select(e => e.At("resource")).OfType<FhirNode>().ToList();
        var signals = resources.Where(r => r.ResourceType == "Parameters").ToList();
        FhirNode? patient = signals.Count == 1 && resources.Where(r => r.ResourceType == "Patient").Take(2).ToList() is [var only] ? only : null;
        return signals.Select(s => Read(s, patient));
    }

    private static MnsSignal Read(FhirNode parameters, FhirNode? patient)
    {
        var marks = new Marks();
        var context = Named(parameters.Each("parameter"), "additional-context");
        var happened = Named(parameters.Each("parameter"), "notification-event");
        return new(
            parameters,
            Part(context, "event-type")?.Text("valueString"),
            parameters.Text("id"),
            Part(happened, "timestamp")?.Time("valueInstant", marks),
            Part(context, "subject")?.At("valueReference")?.At("identifier")?.At("value"))
        {
            Patient = patient,
            Marks = marks,
        };
    }

    private static FhirNode? Part(FhirNode? parameter, string name) => parameter is { } holder ? Named(holder.Each("part"), name) : null;

    private static FhirNode? Named(IEnumerable<FhirNode> parameters, string name) => parameters.Cast<FhirNode?>().FirstOrDefault(p => p!.Value.Text("name") == name);
}
