using InfoShare.Adapters.HandOver.Wording;
using InfoShare.Contracts.Deliveries;

namespace InfoShare.Adapters.Health.Writing;

/// <summary>What a delivery says, as headed paragraphs: one payload each, so that every system can show it. Names and addresses of the child are in the Patient and not repeated here.</summary>
internal static class Paragraphs
{
    /// <summary>Every paragraph that has something to say.</summary>
    public static IEnumerable<string> Of(Delivery delivery) =>
        DeliverySections.Opening(delivery)
            .Concat(delivery.Kind == DeliveryKind.Notice ? [] : Parts(delivery))
            .Concat(DeliverySections.Closing(delivery))
            .Select(Headed);

    private static IEnumerable<Section> Parts(Delivery delivery) =>
        ChildSections.Needs(delivery.Parts.Identity) is { } needs
            ? PartSections.Of(delivery.Parts).Prepend(needs)
            : PartSections.Of(delivery.Parts);

    private static string Headed(Section section) =>
        string.Join('\n', section.Lines.Select(line => line.Name is null ? line.Text : $"{line.Name}: {line.Text}").Prepend(section.Heading.ToUpperInvariant()));
}
