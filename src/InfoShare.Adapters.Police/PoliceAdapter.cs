using InfoShare.Adapters.HandOver;
using InfoShare.Adapters.Police.Notifications;
using InfoShare.Adapters.Translation;

namespace InfoShare.Adapters.Police;

/// <summary>The formats of police forces.</summary>
public static class PoliceAdapter
{
    /// <summary>What it reads, in the order in which they are tried.</summary>
    public static IReadOnlyList<ITranslator> Translators { get; } = [new ChildNotificationTranslator(), new CanonicalTranslator()];

    /// <summary>What it writes.</summary>
    public static IDeliveryFormat Format { get; } = new JsonDeliveryFormat();
}
