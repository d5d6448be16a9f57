using System.CommandLine;

namespace InfoShare.Cli.Commands;

/// <summary>What <c>infoshare incidents list</c> was asked.</summary>
/// <param name="Open">Only those that nobody has closed.</param>
/// <param name="Most">How many at most.</param>
public sealed record IncidentsListOptions(bool Open, int Most, DeskPlace Place);

/// <summary>What <c>infoshare incidents recall</c> or <c>close</c> was asked.</summary>
public sealed record IncidentOptions(string Id, string By, DeskPlace Place);

/// <summary><c>infoshare incidents</c>: what reached who should not have had it.</summary>
public static class IncidentsCommand
{
    public static Command Create(
        Func<IncidentsListOptions, CancellationToken, Task<int>> list, Func<IncidentOptions, CancellationToken, Task<int>> recall, Func<IncidentOptions, CancellationToken, Task<int>> close) =>
        new("incidents", "What reached who should not have had it: whom, and whether they have removed it.")
        {
            List(list),
            One("recall", "Call back every delivery of it that is not called back yet.", recall),
            One("close", "Close it, once every recipient has confirmed the removal.", close),
        };

    private static Command List(Func<IncidentsListOptions, CancellationToken, Task<int>> handler)
    {
        var open = new Option<bool>("--open") { Description = "Only those that nobody has closed." };
        var most = StandardOptions.Most();
        var place = new DeskOptions(asksRouter: false);
        var list = place.AddTo(new Command("list", "Incidents, the latest first, with everybody whom each reached. Ids and codes, nothing of the child.") { open, most });
        list.SetAction((parsed, cancellationToken) => handler(new(parsed.GetValue(open), parsed.GetValue(most), place.Of(parsed)), cancellationToken));
        return list;
    }

    private static Command One(string name, string description, Func<IncidentOptions, CancellationToken, Task<int>> handler)
    {
        var id = new Argument<string>("ID") { Description = "The incident, as list says it." };
        var (by, place) = (DeskOptions.By(), new DeskOptions());
        var command = place.AddTo(new Command(name, description) { id, by });
        command.SetAction((parsed, cancellationToken) => handler(new(parsed.GetRequiredValue(id), parsed.GetRequiredValue(by), place.Of(parsed)), cancellationToken));
        return command;
    }
}
