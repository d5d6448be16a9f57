namespace InfoShare.Adapters.Translation;

/// <summary>
/// The DfE's three-digit codes of local authorities beside ONS GSS codes, for the authorities that this release knows.
/// Source: DfE local-authority codes. 933 stayed Somerset's in 2023. Cumbria's 909 is nobody's own any more: its files hold
/// children of both successors.
/// </summary>
public static class AuthorityCodes
{
    private static readonly (string Dfe, string Gss)[] All =
    [
        ("942", "E06000063"), // Cumberland
        ("943", "E06000064"), // Westmorland and Furness
        ("909", "E10000006"), // Cumbria, to 31 March 2023
        ("935", "E10000029"), // Suffolk
        ("926", "E10000020"), // Norfolk
        ("933", "E06000066"), // Somerset
        ("933", "E10000027"), // Somerset, to 31 March 2023
        ("938", "E10000032"), // West Sussex
    ];

    /// <summary>The GSS code, the one in use where there are two; null when unknown.</summary>
    public static string? Gss(string? dfe) => All.FirstOrDefault(a => a.Dfe == dfe).Gss;

    /// <summary>The DfE code; null when unknown.</summary>
    public static string? Dfe(string? gss) => All.FirstOrDefault(a => a.Gss == gss).Dfe;
}
