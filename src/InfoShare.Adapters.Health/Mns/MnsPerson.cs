using InfoShare.Adapters.Health.Children;
using InfoShare.Adapters.Health.Fhir;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Parts;

namespace InfoShare.Adapters.Health.Mns;

/// <summary>Whom a signal is about: by the Patient that came with it, or by the little that the signal itself says.</summary>
/// <param name="Identity">The child's part "identity".</param>
/// <param name="Address">The child's part "address"; null when nothing is said.</param>
/// <param name="Key">The child's key, the same as in a bundle about it.</param>
/// <param name="IsAdult">Known to be an adult. Where no age is told, the person counts as a child, as everywhere.</param>
internal sealed record MnsPerson(IdentityPart Identity, AddressPart? Address, string Key, bool IsAdult)
{
    private const int LongestName = 100;

    /// <summary>Null when the signal does not say who.</summary>
    public static MnsPerson? Of(MnsSignal signal, OrganisationSource from, DateOnly today)
    {
        if (signal.Patient is { } patient)
            return OfPatient(new(patient, Ages.On(patient, today, signal.Marks), OfMother: false, signal.Marks), from);
        if (signal.NhsNumber is not { } number || NhsNumbers.Of(number, verified: false, signal.Marks) is not { } nhs)
            return null;
        var age = AgeOf(signal, today);
        var family = signal.Marks.Fitting(signal.Subject?.Text("familyName"), LongestName, signal.Subject?.Field("familyName") ?? "");
        var identity = new IdentityPart
        {
            Identifiers = [nhs],
            Names = family is null ? [] : [new() { Family = family }],
            DateOfBirth = age is Age.Unknown or Age.Expected ? null : signal.Subject?.Day("dob", signal.Marks),
        };
        return new(identity, null, Child.KeyOf(identity, from), age == Age.Adult);
    }

    private static Age AgeOf(MnsSignal signal, DateOnly today)
    {
        if (signal.Subject is { } subject)
            return Ages.On(subject, today, signal.Marks, "dob");
        signal.Marks.Add(signal.Node.Field("subject"), "does not tell the age; counted as a child");
        return Age.Unknown;
    }

    private static MnsPerson? OfPatient(Child child, OrganisationSource from) =>
        child.IsNobody ? null : new(child.Identity, child.Address, child.Key(from), child.Age == Age.Adult);
}
