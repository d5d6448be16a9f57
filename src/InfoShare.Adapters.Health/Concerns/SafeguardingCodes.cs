using InfoShare.Adapters.Health.Fhir;

namespace InfoShare.Adapters.Health.Concerns;

/// <summary>Whom a code is about.</summary>
internal enum Meaning
{
    /// <summary>The Patient is a child at risk.</summary>
    Child = 1,

    /// <summary>The Patient is an unborn child at risk, or its mother.</summary>
    Unborn,

    /// <summary>A child of the Patient's family is at risk.</summary>
    Family,

    /// <summary>The Patient is on a child protection plan.</summary>
    OnPlan,
}

/// <summary>Codes that mean a safeguarding concern. Source: SNOMED CT UK edition; UK Core record headings.</summary>
internal static class SafeguardingCodes
{
    public const string Child = "836881000000105";
    public const string Unborn = "878111000000109";
    public const string Family = "1064961000000107";
    public const string OnPlan = "342191000000101";

    /// <summary>What the codings mean, the most serious first; null: nothing about safeguarding.</summary>
    public static Meaning? MeaningOf(IEnumerable<Coding> codings)
    {
        Meaning? found = null;
        foreach (var meaning in codings.Select(Snomed).OfType<Meaning>())
            found = found is null || meaning > found ? meaning : found;
        return found;
    }

    /// <summary>The record headings <c>safeguarding</c> and <c>safeguarding-issues</c>, or a referral named so, of whatever system.</summary>
    public static bool IsHeading(Coding coding) =>
        coding.Code.ToLowerInvariant() is "safeguarding" or "safeguarding-issues" or "safeguarding-referral";

    /// <summary>What the code says in words. Source: SNOMED CT preferred terms.</summary>
    public static string Words(Meaning meaning) => meaning switch
    {
        Meaning.Unborn => "Unborn child is cause for safeguarding concern",
        Meaning.Family => "Child in family is safeguarding concern",
        Meaning.OnPlan => "Subject to child protection plan",
        _ => "Child is cause for safeguarding concern",
    };

    /// <summary>The code of a meaning.</summary>
    public static string CodeOf(Meaning meaning) => meaning switch
    {
        Meaning.Unborn => Unborn,
        Meaning.Family => Family,
        Meaning.OnPlan => OnPlan,
        _ => Child,
    };

    private static Meaning? Snomed(Coding coding) => coding switch
    {
        _ when coding.Is(FhirSystems.Snomed, OnPlan) => Meaning.OnPlan,
        _ when coding.Is(FhirSystems.Snomed, Unborn) => Meaning.Unborn,
        _ when coding.Is(FhirSystems.Snomed, Family) => Meaning.Family,
        _ when coding.Is(FhirSystems.Snomed, Child) => Meaning.Child,
        _ => null,
    };
}
