using InfoShare.Adapters.Health.Fhir;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Parts;

namespace InfoShare.Adapters.Health.Children;

/// <summary>Reads NHS numbers. One that fails its check is kept and marked.</summary>
internal static class NhsNumbers
{
    private const int Longest = 40;

    /// <summary>The number in a text element; null when there is none that a message can hold.</summary>
    public static Identifier? Of(FhirNode text, bool verified, Marks marks)
    {
        var number = NhsNumber.Compact(text.AsText()).Replace("-", "", StringComparison.Ordinal);
        if (NhsNumber.IsValid(number))
            return new() { System = IdentifierSystem.NhsNumber, Value = number, Status = verified ? IdentifierStatus.Verified : IdentifierStatus.Present };
        marks.Add(text.Path, "must be an NHS number with a right check digit; kept, not used to find the child");
        return marks.Fitting(number, Longest, text.Path) is { Length: > 0 } fitting
            ? new() { System = IdentifierSystem.NhsNumber, Value = fitting, Status = IdentifierStatus.CheckFailed }
            : null;
    }
}
