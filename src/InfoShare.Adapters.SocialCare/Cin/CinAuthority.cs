using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.SocialCare.Cin;

/// <summary>Whose file it is. A file of another authority in one's folder is a mistake unless the configuration says otherwise.</summary>
internal static class CinAuthority
{
    private const string Field = "Header/Source/LEA";

    public static FieldProblem NobodyToSpeakFor { get; } = new("", "the participant speaks for no organisation, so nothing can be sent in its name");

    /// <summary>Why a file of these authorities is not taken, or null. A file without a header is taken: the header is optional in the census.</summary>
    public static FieldProblem? Problem(IReadOnlyList<string> authorities, TranslationContext context)
    {
        var own = context.Organisations.Select(CodeOf).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return authorities.FirstOrDefault(a => !own.Contains(a) && !context.AcceptAuthorities.Contains(a)) switch
        {
            null => null,
            { Length: 3 } code when code.All(char.IsAsciiDigit) => new(Field, Foreign(code, own)),
            _ => new(Field, "must be the authority's three-digit DfE code"),
        };
    }

    /// <summary>The organisation that speaks: the authority of the file, else the first authority, else the first organisation; null when there is none.</summary>
    public static OrganisationSource? Speaker(IReadOnlyList<string> authorities, TranslationContext context) =>
        context.Organisations.FirstOrDefault(o => CodeOf(o) is { } code && authorities.Contains(code))
        ?? context.Organisations.FirstOrDefault(o => o.Scheme is "la")
        ?? (context.Organisations is [var first, ..] ? first : null);

    /// <summary>The organisation that an ONS or DfE code names, where the participant may speak for it; null when it may not.</summary>
    public static OrganisationSource? Named(string code, TranslationContext context) =>
        context.Organisations.FirstOrDefault(o => o.Scheme is "la" && (o.Code == code || CodeOf(o) == code))
        ?? (context.AcceptAuthorities.Contains(code) ? Speaker([], context) : null);

    private static string? CodeOf(OrganisationSource organisation) => organisation.Scheme is "la" ? AuthorityCodes.Dfe(organisation.Code) : null;

    private static string Foreign(string code, List<string> own)
    {
        var whose = own is [] ? "this participant has no authority of its own" : $"this participant's own is {string.Join(", ", own)}";
        return $"the file is of authority {code} and {whose}; to take such files add \"{code}\" to the participant's acceptAuthorities";
    }
}
