using InfoShare.Adapters.HandOver;
using InfoShare.Adapters.SocialCare.Cin;
using InfoShare.Adapters.SocialCare.PlanList;
using InfoShare.Adapters.SocialCare.Ssda903;
using InfoShare.Adapters.SocialCare.Writing;
using InfoShare.Adapters.Translation;

namespace InfoShare.Adapters.SocialCare;

/// <summary>The formats of a local authority's children's services.</summary>
public static class SocialCareAdapter
{
    /// <summary>What it reads, in the order in which they are tried.</summary>
    public static IReadOnlyList<ITranslator> Translators { get; } =
        [new CinTranslator(), new Ssda903Translator(), new PlanListTranslator(), new CanonicalTranslator()];

    /// <summary>What it writes.</summary>
    public static IDeliveryFormat Format { get; } = new PagedDeliveryFormat();
}
