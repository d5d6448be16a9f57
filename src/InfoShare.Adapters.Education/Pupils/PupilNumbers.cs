using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Parts;

namespace InfoShare.Adapters.Education.Pupils;

/// <summary>Unique pupil numbers as schools write them.</summary>
internal static class PupilNumbers
{
    public const string Form = "must be a letter, eleven digits, and a digit or letter";

    /// <summary>The number; null where it has not the form of one. A wrong check letter is kept as evidence.</summary>
    public static Identifier? Read(string text, IdentifierSystem system) => !Upn.HasForm(text)
        ? null
        : new() { System = system, Value = Upn.Compact(text), Status = Upn.IsValid(text) ? IdentifierStatus.Present : IdentifierStatus.CheckFailed };
}
