using InfoShare.Adapters.HandOver;
using InfoShare.Adapters.Health.Mns;
using InfoShare.Adapters.Health.Nems;
using InfoShare.Adapters.Translation;

namespace InfoShare.Adapters.Health;

/// <summary>The formats of NHS providers and practices.</summary>
public static class HealthAdapter
{
    /// <summary>What it reads, in the order in which they are tried.</summary>
    public static IReadOnlyList<ITranslator> Translators { get; } = [new NemsTranslator(), new MnsTranslator(), new FhirTranslator(), new CanonicalTranslator()];

    /// <summary>What it writes.</summary>
    public static IDeliveryFormat Format { get; } = new FhirDeliveryFormat();
}
