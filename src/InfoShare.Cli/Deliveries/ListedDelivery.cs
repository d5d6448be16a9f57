using InfoShare.Storage;
using InfoShare.Storage.Deliveries;

namespace InfoShare.Cli.Deliveries;

/// <summary>A delivery as <c>infoshare deliveries list</c> shows it: ids and codes, nothing of the content.</summary>
/// <param name="State">As people see it: also held while one before it has failed.</param>
/// <param name="Recipient"><c>organisation#role</c>.</param>
/// <param name="Code">Why it was withheld, coarsely; null: it was not.</param>
/// <param name="Parts">Those that were released.</param>
/// <param name="WithheldParts"><c>part:code</c> of those that were not.</param>
/// <param name="Because">The rules that decided.</param>
public sealed record ListedDelivery(
    string DeliveryId, DateTimeOffset DecidedAt, string State, string Kind, string Type, string Sender, string MessageId, string Recipient, string? Code,
    IReadOnlyList<string> Parts, IReadOnlyList<string> WithheldParts, IReadOnlyList<string> Because)
{
    public static ListedDelivery Of(DeliveryRow row) => new(
        row.DeliveryId, Instants.FromMicroseconds(row.DecidedAt), row.Shown ?? row.State, row.Kind, row.MessageType, row.Sender, row.MessageId,
        $"{row.Organisation}#{row.Role}", row.Code, Split(row.Parts), Split(row.WithheldParts), Split(row.Because));

    /// <summary>In two lines, or three where something was withheld.</summary>
    public IEnumerable<string> Words()
    {
        yield return $"{DeliveryId}  {State}{(Code is null ? "" : $" ({Code})")}, decided {DecidedAt:yyyy-MM-dd HH:mm} UTC";
        yield return $"  {Kind} of {Type} from {Sender} to {Recipient}";
        if (WithheldParts.Count > 0)
            yield return $"  without {string.Join(", ", WithheldParts)}";
    }

    private static string[] Split(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
