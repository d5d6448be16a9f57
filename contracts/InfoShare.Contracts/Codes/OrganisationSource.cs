using System.Diagnostics.CodeAnalysis;

namespace InfoShare.Contracts.Codes;

/// <summary>An organisation by its public code, as in the CloudEvents <c>source</c>: <c>urn/107258</c>, <c>ods/ZZ999</c>, <c>police/03</c>, <c>la/E06000063</c>.</summary>
/// <param name="Scheme"><c>urn</c> (school, GIAS), <c>ods</c> (NHS), <c>police</c> (two-digit force code) or <c>la</c> (ONS GSS code).</param>
/// <param name="Code">The code within the scheme.</param>
public sealed record OrganisationSource(string Scheme, string Code)
{
    private const string Base = "https://infoshare.local/agency/";

    /// <summary>The schemes that exist.</summary>
    public static IReadOnlyList<string> Schemes { get; } = ["urn", "ods", "police", "la"];

    /// <summary>Scheme and code: <c>ods/ZZ999</c>. The form that the directory uses.</summary>
    public string Id => $"{Scheme}/{Code}";

    /// <summary>The CloudEvents <c>source</c>.</summary>
    public string Uri => Base + Id;

    /// <summary>The CloudEvents <c>source</c> of an organisation that is named in the short form.</summary>
    public static string UriOf(string id) => Base + id;

    /// <summary>The <c>source</c> of a delivery: the kind of agency and nothing else.</summary>
    public static string OfKind(AgencyKind kind) => Base + KindWord(kind);

    /// <summary>The kind in kebab case: <c>social-care</c>.</summary>
    public static string KindWord(AgencyKind kind) => kind switch
    {
        AgencyKind.Education => "education",
        AgencyKind.Health => "health",
        AgencyKind.Police => "police",
        AgencyKind.SocialCare => "social-care",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>Reads a CloudEvents <c>source</c> or the short form <c>ods/ZZ999</c>.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out OrganisationSource? organisation)
    {
        organisation = null;
        if (text is null)
            return false;
        var id = text.StartsWith(Base, StringComparison.Ordinal) ? text[Base.Length..] : text;
        if (id.Split('/') is not [var scheme, { Length: > 0 and <= 20 } code] || !Schemes.Contains(scheme) || !code.All(char.IsAsciiLetterOrDigit))
            return false;
        organisation = new(scheme, code);
        return true;
    }
}
