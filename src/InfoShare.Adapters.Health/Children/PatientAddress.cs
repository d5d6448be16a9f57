using InfoShare.Adapters.Health.Fhir;
using InfoShare.Contracts.Parts;

namespace InfoShare.Adapters.Health.Children;

/// <summary>Reads where a Patient lives and lived. Work and billing addresses say nothing about that.</summary>
internal static class PatientAddress
{
    private const int Most = 20;
    private const int MostLines = 8;
    private const int LongestLine = 200;
    private const int LongestPostcode = 10;

    public static AddressPart? Read(FhirNode patient, Marks marks)
    {
        bool? restricted = IsRestricted(patient) ? true : null;
        Address[] addresses = [.. patient.Each("address").Select(a => One(a, marks)).OfType<Address>().OrderBy(Rank).Take(Most)];
        return restricted is null && addresses.Length == 0 ? null : new() { Restricted = restricted, Addresses = addresses };
    }

    /// <summary>v3-Confidentiality R or V on the Patient: the record's location is withheld at its source.</summary>
    private static bool IsRestricted(FhirNode patient) =>
        patient.At("meta") is { } meta
        && meta.PlainCodings("security").Any(c => c.Is(FhirSystems.Confidentiality, "R") || c.Is(FhirSystems.Confidentiality, "V"));

    /// <summary>The current ones first, the latest start first; then temporary, unsaid and old ones.</summary>
    private static (int, int) Rank(Address address) => (
        address.Use switch { AddressUse.Home => 0, AddressUse.Temporary => 1, null => 2, _ => 3 },
        -(address.From?.DayNumber ?? 0));

    private static Address? One(FhirNode address, Marks marks)
    {
        if (address.Text("use") is "work" or "billing")
            return null;
        var postcode = marks.Fitting(address.Text("postalCode"), LongestPostcode, address.Field("postalCode"));
        var area = address.Text("district") is { } district && IsAreaCode(district) ? district : null;
        string[] lines = [.. Lines(address, marks).Where(l => l != area).Take(MostLines)];
        if (lines.Length == 0 && postcode is null && area is null)
            return null;
        var period = address.At("period");
        return new()
        {
            Lines = lines,
            Postcode = postcode,
            AreaCode = area,
            Uprn = Uprn(address, marks),
            Use = Use(address, marks),
            From = period?.Day("start", marks),
            To = period?.Day("end", marks),
        };
    }

    /// <summary>A GSS code where a district's name is usual: so our deliveries name the area, also of an address that is masked.</summary>
    private static bool IsAreaCode(string district) =>
        district is [>= 'A' and <= 'Z', .. { Length: 8 } digits] && digits.All(char.IsAsciiDigit);

    private static IEnumerable<string> Lines(FhirNode address, Marks marks)
    {
        var structured = address.Each("line").Concat(address.Each("city")).Concat(address.Each("district"))
            .Select(l => marks.Fitting(l.AsText(), LongestLine, l.Path)).OfType<string>().Distinct().ToList();
        return structured.Count > 0 ? structured : FromText(address, marks);
    }

    private static IEnumerable<string> FromText(FhirNode address, Marks marks) =>
        (address.Text("text") ?? "").Split([',', '\n', '\r'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !Places.Same(line, address.Text("postalCode")))
            .Select(line => marks.Fitting(line, LongestLine, address.Field("text"))).OfType<string>();

    private static AddressUse? Use(FhirNode address, Marks marks)
    {
        switch (address.Text("use"))
        {
            case "home": return AddressUse.Home;
            case "temp": return AddressUse.Temporary;
            case "old": return AddressUse.Old;
            case null: return null;
            default:
                marks.Add(address.Field("use"), "must be home, temp, old, work or billing");
                return null;
        }
    }

    private static string? Uprn(FhirNode address, Marks marks)
    {
        var key = address.Each("extension").FirstOrDefault(e => e.Text("url") == FhirSystems.AddressKeyExtension
            && e.Each("extension").Any(t => t.At("valueCoding")?.Text("code") == "UPRN"));
        if (key.Path is null || key.Each("extension").Select(v => v.Text("valueString")).FirstOrDefault(v => v is not null) is not { } uprn)
            return null;
        if (uprn.Length <= 12 && uprn.All(char.IsAsciiDigit))
            return uprn;
        marks.Add(key.Path, "must hold a UPRN of 1 to 12 digits");
        return null;
    }
}
