using System.Text;
using MassTransit;

namespace InfoShare.Broker.RabbitMq.Wire;

/// <summary>
/// What the broker itself says of a message it delivers. Read from basic.deliver and the properties that the broker checks.
/// MassTransit's look-up of transport headers is not used: a sender's own header of the same name would win there.
/// </summary>
/// <param name="Exchange">The exchange it was published to, or the dead-letter exchange.</param>
/// <param name="RoutingKey">The routing key it was published with.</param>
/// <param name="User">The broker's user that published it, or null where the publisher did not say; the broker refuses a false one.</param>
/// <param name="Id">The message's id for log lines; anything that does not look like one is a dash.</param>
/// <param name="Headers">The headers; the sender may have written any of them.</param>
/// <param name="Tag">Settles it on its channel.</param>
internal sealed record Delivered(
    string Exchange, string RoutingKey, string? User, string Id, IDictionary<string, object?>? Headers, ulong Tag)
{
    private const int LongestId = 100;

    public static Delivered From(RabbitMqBasicConsumeContext context)
    {
        var properties = context.Properties;
        return new(
            context.Exchange, context.RoutingKey ?? "", properties.IsUserIdPresent() ? properties.UserId : null, IdOf(properties.MessageId),
            properties.Headers, context.DeliveryTag);
    }

    /// <summary>A header's text, or null.</summary>
    public string? Header(string name) => Headers?.TryGetValue(name, out var value) is true
        ? value switch { byte[] bytes => Encoding.UTF8.GetString(bytes), string text => text, _ => null }
        : null;

    private static string IdOf(string? text) =>
        text is { Length: > 0 and <= LongestId } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':') ? text : "-";
}
