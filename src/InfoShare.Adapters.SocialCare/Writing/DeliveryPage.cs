using System.Text;
using InfoShare.Adapters.HandOver.Wording;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.SocialCare.Writing;

/// <summary>
/// A delivery as one HTML page that needs nothing else: no script, no picture, no address to fetch. Neither its title nor its
/// name says who the child is. The same delivery gives the same bytes.
/// </summary>
internal static class DeliveryPage
{
    private const string Style = """
        body { font: 11pt/1.4 sans-serif; max-width: 48em; margin: 2em auto; padding: 0 1em; color: #000; background: #fff; }
        h1 { font-size: 1.5em; } h2 { font-size: 1.1em; margin: 1.5em 0 .3em; border-bottom: 1px solid #555; }
        table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: .2em .6em .2em 0; }
        th { font-weight: normal; color: #333; width: 35%; } td, p { white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: isolate; }
        .alert { border: 3px solid #000; padding: .5em; font-weight: bold; }
        @media print { body { margin: 0; max-width: none; } h2 { break-after: avoid; } tr { break-inside: avoid; } @page { margin: 2cm; } }
        """;

    public static byte[] Write(Envelope<Delivery> envelope)
    {
        var delivery = envelope.Data;
        var title = Html.Text(Title(delivery));
        var alert = delivery.ImmediateDanger ? "<p class=\"alert\" role=\"note\">A child is in danger now.</p>\n" : "";
        return Encoding.UTF8.GetBytes($"""
            <!DOCTYPE html>
            <html lang="en-GB">
            <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
            <title>{title}</title>
            <style>
            {Style}
            </style>
            </head>
            <body>
            <main>
            <h1>{title}</h1>
            {alert}{Html.Sections(Sections(envelope))}</main>
            </body>
            </html>

            """);
    }

    private static string Title(Delivery delivery) => delivery switch
    {
        { Kind: DeliveryKind.Correction } => "Correction of what you were sent before",
        { Kind: DeliveryKind.Notice } => "Notice of a change",
        { Kind: DeliveryKind.Answer, Answer.Challenge: not null } => "A decision is challenged",
        { Kind: DeliveryKind.Answer } => "Answer to what you sent",
        { Move: not null } => "A child has moved",
        _ when NoticeWords.Of(delivery.MessageType) is not null => "Notice about a child",
        _ => "Concern about a child",
    };

    private static IEnumerable<Section> Sections(Envelope<Delivery> envelope)
    {
        var delivery = envelope.Data;
        return DeliverySections.Opening(delivery)
            .Concat(delivery.Kind is DeliveryKind.Notice ? [] : ChildSections.Of(delivery.Parts).Concat(PartSections.Of(delivery.Parts)))
            .Concat(DeliverySections.Closing(delivery))
            .Append(Reference(envelope));
    }

    private static Section Reference(Envelope<Delivery> envelope) => Section.Of(
        "Reference",
        Line.Of("For", $"{envelope.Data.Recipient.Role}, {envelope.Data.Recipient.Organisation}"),
        Line.Of("Happened", DeliveryWords.Time(envelope.Time)),
        Line.Of("Delivery", envelope.Data.DeliveryId),
        Line.Of("About", envelope.Data.About))!;
}
