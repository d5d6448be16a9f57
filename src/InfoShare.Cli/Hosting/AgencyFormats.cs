using InfoShare.Adapters.Education;
using InfoShare.Adapters.HandOver;
using InfoShare.Adapters.Health;
using InfoShare.Adapters.Police;
using InfoShare.Adapters.SocialCare;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Codes;

namespace InfoShare.Cli.Hosting;

/// <summary>Which formats each kind of agency reads and writes.</summary>
internal static class AgencyFormats
{
    /// <summary>The names of all formats that are read, each once, in the order of the alphabet.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Enum.GetValues<AgencyKind>().SelectMany(kind => Of(kind).Translators).Select(t => t.Format).Distinct().Order(StringComparer.Ordinal)];

    public static (IReadOnlyList<ITranslator> Translators, IDeliveryFormat Format) Of(AgencyKind kind) => kind switch
    {
        AgencyKind.Education => (EducationAdapter.Translators, EducationAdapter.Format),
        AgencyKind.Health => (HealthAdapter.Translators, HealthAdapter.Format),
        AgencyKind.Police => (PoliceAdapter.Translators, PoliceAdapter.Format),
        AgencyKind.SocialCare => (SocialCareAdapter.Translators, SocialCareAdapter.Format),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>How this kind of agency reads a format; null when it does not.</summary>
    public static ITranslator? Reading(AgencyKind kind, string format) => Of(kind).Translators.FirstOrDefault(t => t.Format == format);
}
