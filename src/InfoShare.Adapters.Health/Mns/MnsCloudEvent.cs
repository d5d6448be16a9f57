using InfoShare.Adapters.Health.Fhir;

namespace InfoShare.Adapters.Health.Mns;

/// <summary>Reads a signal written as a CloudEvent. In version 2 the subject is the NHS number; in version 1 it is an object.</summary>
internal static class MnsCloudEvent
{
    public static MnsSignal Read(FhirNode signal)
    {
        var marks = new Marks();
        var subject = signal.At("subject");
        var number = subject?.At("nhsNumber");
        return new(signal, signal.Text("type"), signal.Text("id"), signal.Time("time", marks), number ?? (subject?.AsText() is null ? null : subject))
        {
            Subject = number is null ? null : subject,
            Practice = signal.At("data")?.At("odsCode"),
            Registration = signal.At("data")?.Text("registrationEncounterCode"),
            Marks = marks,
        };
    }
}
