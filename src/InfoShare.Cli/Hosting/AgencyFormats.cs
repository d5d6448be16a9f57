using InfoShare.Adapters.Education;
using InfoShare.Adapters.HandOver;
using InfoShare.Adapters.Health;
using InfoShare.Adapters.Police;
using InfoShare.Adapters.SocialCare;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Codes;

namespace InfoShare.Cli.Hosting;

/// <summary>Which formats each kind of agency reads and writes.</summary>
public static class AgencyFormats
{
    /// <summary>The names of all formats that are read, each once.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Enum.GetValues<AgencyKind>().SelectMany(kind => Of(kind).Translators).Select(t => t.Format).Distinct()];

    /// <summary>What a kind of agency reads, in the order in which it is tried, and what it writes.</summary>
    public static (IReadOnlyList<ITranslator> Translators, IDeliveryFormat Format) Of(AgencyKind kind) => kind switch
    {
        AgencyKind.Education => (EducationAdapter.Translators, EducationAdapter.Format),
        AgencyKind.Health => (HealthAdapter.Translators, HealthAdapter.Format),
        AgencyKind.Police => (PoliceAdapter.Translators, PoliceAdapter.Format),
        AgencyKind.SocialCare => (SocialCareAdapter.Translators, SocialCareAdapter.Format),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The translator of a format at a kind of agency; null where that kind does not read it.</summary>
    public static ITranslator? Of(AgencyKind kind, string format) => Of(kind).Translators.FirstOrDefault(t => t.Format == format);
}
