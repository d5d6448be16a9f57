using InfoShare.Contracts.Codes;

namespace InfoShare.Directory;

/// <summary>What an organisation's public code looks like in each scheme, and the kind of agency that uses the scheme.</summary>
internal static class OrganisationCode
{
    private const string Forms = "must be urn/, ods/, police/ or la/ and the public code, such as urn/123456";

    public static string? ProblemWith(Organisation organisation)
    {
        if (!OrganisationSource.TryParse(organisation.Id, out var source) || source.Id != organisation.Id)
            return Forms;
        var (kind, problem) = source.Scheme switch
        {
            "urn" => (AgencyKind.Education, source.Code.Length == 6 && source.Code.All(char.IsAsciiDigit) ? null : "a school's urn has six digits"),
            "ods" => (AgencyKind.Health, IsOds(source.Code) ? null : "an ods code has 3 to 10 capital letters and digits"),
            "police" => (AgencyKind.Police, PoliceForces.NameOf(source.Code) is null ? "there is no police force with this two-digit code" : null),
            _ => (AgencyKind.SocialCare, IsAuthority(source.Code) ? null : "there is no authority for children's services with this GSS code"),
        };
        return problem ?? (organisation.Kind == kind || organisation.Kind == default
            ? null
            : $"{source.Scheme}/ is for the kind {OrganisationSource.KindWord(kind)}");
    }

    private static bool IsOds(string code) =>
        code.Length is >= 3 and <= 10 && code.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c));

    private static bool IsAuthority(string code) => LocalAuthorities.Named(code) is { RunsChildrensServices: true };
}
