using System.CommandLine;
using InfoShare.Cli.Hosting;
using InfoShare.Storage.Deliveries;

namespace InfoShare.Cli.Commands;

/// <summary>What <c>infoshare deliveries list</c> was asked; each null is no condition.</summary>
/// <param name="State">One of <see cref="DeliveryStates"/>.</param>
/// <param name="Sender">The participant whose message it is.</param>
/// <param name="Recipient"><c>organisation#role</c>, or the organisation alone.</param>
/// <param name="Message">The message's id.</param>
/// <param name="Since">Decided at this instant or later.</param>
/// <param name="Most">How many at most.</param>
public sealed record DeliveriesListOptions(string? State, string? Sender, string? Recipient, string? Message, DateTimeOffset? Since, int Most, RecordsPlace Place);

/// <summary><c>infoshare deliveries</c>: what became of messages, recipient by recipient.</summary>
public static class DeliveriesCommand
{
    public static Command Create(Func<DeliveriesListOptions, CancellationToken, Task<int>> list) =>
        new("deliveries", "What became of messages, recipient by recipient.") { List(list) };

    private static Command List(Func<DeliveriesListOptions, CancellationToken, Task<int>> handler)
    {
        var state = Text("--state", "STATE", $"Only those in this state: {string.Join(", ", DeliveryStates.All)}.");
        state.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var said }] && !DeliveryStates.All.Contains(said))
                result.AddError($"--state must be one of {string.Join(", ", DeliveryStates.All)}");
        });
        var sender = Text("--sender", "PARTICIPANT", "Only of messages from this participant.");
        var recipient = Text("--recipient", "WHO", "Only to this organisation, such as urn/999998, or post, such as urn/999998#designated-safeguarding-lead.");
        var message = Text("--message", "ID", "Only of the message with this id.");
        var since = StandardOptions.Instant("--since", "Decided on this day or at this time or later; UTC where nothing else is said.");
        var most = StandardOptions.Most();
        var (data, config, json) = (StandardOptions.Data("The data folder; default ./data."), StandardOptions.Config(), StandardOptions.Json());
        var list = new Command("list", "Deliveries with their ids, the latest first: ids and codes, nothing of the content.") { state, sender, recipient, message, since, most, data, config, json };
        list.SetAction((parsed, cancellationToken) => handler(
            new(parsed.GetValue(state), parsed.GetValue(sender), parsed.GetValue(recipient), parsed.GetValue(message), parsed.GetValue(since), parsed.GetValue(most),
                new(parsed.GetValue(data), parsed.GetValue(config), parsed.GetValue(json))),
            cancellationToken));
        return list;
    }

    private static Option<string?> Text(string name, string helpName, string description) => new(name) { HelpName = helpName, Description = description };
}
