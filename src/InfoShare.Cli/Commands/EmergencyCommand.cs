using System.CommandLine;
using InfoShare.Policy;
using InfoShare.Routing.Emergency;

namespace InfoShare.Cli.Commands;

/// <summary>Where the store and its keys are, and where a router answers.</summary>
/// <param name="Data">The data folder; null: <c>./data</c>.</param>
/// <param name="Config">The settings; null: those of the sample.</param>
/// <param name="Port">Of the router that is asked, on 127.0.0.1; null: as the settings say.</param>
/// <param name="Json">Whether the outcome is wanted as JSON.</param>
public sealed record EmergencyPlace(string? Data, string? Config, int? Port, bool Json);

/// <summary>What <c>infoshare emergency start</c> was asked.</summary>
/// <param name="TextFile">The file that says why; <c>-</c>: standard input.</param>
public sealed record EmergencyStartOptions(string DeliveryId, string Reason, string TextFile, string By, int Hours, EmergencyPlace Place);

/// <summary>What <c>infoshare emergency stop</c> was asked.</summary>
public sealed record EmergencyStopOptions(string Id, string By, EmergencyPlace Place);

/// <summary>What <c>infoshare emergency review</c> was asked.</summary>
public sealed record EmergencyReviewOptions(string Id, string By, ReviewOutcome Outcome, EmergencyPlace Place);

/// <summary>What <c>infoshare emergency list</c> was asked.</summary>
/// <param name="Overdue">Only those whose review is overdue.</param>
/// <param name="Text">Also why, in the askers' words.</param>
public sealed record EmergencyListOptions(bool Overdue, bool Text, EmergencyPlace Place);

/// <summary><c>infoshare emergency</c>: access that somebody needs now, for a limited time, with a reason and a review.</summary>
public static class EmergencyCommand
{
    private static readonly Dictionary<string, ReviewOutcome> Outcomes =
        new() { ["justified"] = ReviewOutcome.Justified, ["not-justified"] = ReviewOutcome.NotJustified };

    public static Command Create(
        Func<EmergencyStartOptions, CancellationToken, Task<int>> start, Func<EmergencyStopOptions, CancellationToken, Task<int>> stop,
        Func<EmergencyReviewOptions, CancellationToken, Task<int>> review, Func<EmergencyListOptions, CancellationToken, Task<int>> list) =>
        new("emergency", "Emergency access (break-glass): start, stop, review and list it.") { Start(start), Stop(stop), Review(review), List(list) };

    private static Command Start(Func<EmergencyStartOptions, CancellationToken, Task<int>> handler)
    {
        var delivery = new Argument<string>("DELIVERY-ID") { Description = "A delivery of the child to the recipient, whatever became of it." };
        var reason = Word("--reason", "CODE", "Why", EmergencyReasons.Known.Keys);
        var text = new Option<string>("--text-file") { HelpName = "FILE", Description = "Why, in your own words; - reads standard input. It is kept sealed.", Required = true };
        var hours = new Option<int>("--hours")
        {
            HelpName = "N",
            Description = $"How long it stands: 1 to {EmergencyRules.MostHours}; default {EmergencyRules.UsualHours}.",
            DefaultValueFactory = _ => EmergencyRules.UsualHours,
        };
        hours.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var said }] && !(int.TryParse(said, out var number) && number is >= 1 and <= EmergencyRules.MostHours))
                result.AddError($"--hours must be a number between 1 and {EmergencyRules.MostHours}");
        });
        var (by, place) = (By(), new PlaceOptions());
        var start = place.AddTo(new Command("start", "Let a recipient have what is told about a child, for some hours. It lifts no absolute prohibition.") { delivery, reason, text, by, hours });
        start.SetAction((parsed, cancellationToken) => handler(
            new(parsed.GetRequiredValue(delivery), parsed.GetRequiredValue(reason), parsed.GetRequiredValue(text), parsed.GetRequiredValue(by), parsed.GetValue(hours), place.Of(parsed)),
            cancellationToken));
        return start;
    }

    private static Command Stop(Func<EmergencyStopOptions, CancellationToken, Task<int>> handler)
    {
        var (id, by, place) = (Id(), By(), new PlaceOptions());
        var stop = place.AddTo(new Command("stop", "End it before its time; nothing more leaves on it.") { id, by });
        stop.SetAction((parsed, cancellationToken) => handler(new(parsed.GetRequiredValue(id), parsed.GetRequiredValue(by), place.Of(parsed)), cancellationToken));
        return stop;
    }

    private static Command Review(Func<EmergencyReviewOptions, CancellationToken, Task<int>> handler)
    {
        var (id, by, place) = (Id(), By(), new PlaceOptions());
        var outcome = Word("--outcome", "WORD", "What was found", Outcomes.Keys);
        var review = place.AddTo(new Command("review", "Say whether it was right; by somebody else than who asked for it.") { id, by, outcome });
        review.SetAction((parsed, cancellationToken) => handler(
            new(parsed.GetRequiredValue(id), parsed.GetRequiredValue(by), Outcomes[parsed.GetRequiredValue(outcome)], place.Of(parsed)), cancellationToken));
        return review;
    }

    private static Command List(Func<EmergencyListOptions, CancellationToken, Task<int>> handler)
    {
        var overdue = new Option<bool>("--overdue") { Description = "Only those whose review is overdue." };
        var text = new Option<bool>("--text") { Description = "Also why, in the askers' words, which may name people: for whoever reviews." };
        var place = new PlaceOptions(asksRouter: false);
        var list = place.AddTo(new Command("list", "Say who asked for emergency access, why, until when, and whether it was reviewed.") { overdue, text });
        list.SetAction((parsed, cancellationToken) => handler(new(parsed.GetValue(overdue), parsed.GetValue(text), place.Of(parsed)), cancellationToken));
        return list;
    }

    private static Argument<string> Id() => new("ID") { Description = "Of the emergency access, as start and list say it." };

    private static Option<string> By() => new("--by") { HelpName = "WHO", Description = "The post or operator who says so. It is kept sealed; the audit has a hash.", Required = true };

    private static Option<string> Word(string name, string helpName, string what, IEnumerable<string> words)
    {
        var option = new Option<string>(name) { HelpName = helpName, Description = $"{what}: {string.Join(", ", words)}.", Required = true };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var said }] && !words.Contains(said))
                result.AddError($"{name} must be one of {string.Join(", ", words)}");
        });
        return option;
    }

    /// <summary>The options that all of them have.</summary>
    private sealed class PlaceOptions(bool asksRouter = true)
    {
        private readonly Option<string?> data = StandardOptions.Data("The data folder; default ./data.");
        private readonly Option<string?> config = StandardOptions.Config();
        private readonly Option<int?> port = StandardOptions.Port("Port of the router that is asked, on 127.0.0.1; default 5080.");
        private readonly Option<bool> json = StandardOptions.Json();

        public Command AddTo(Command command)
        {
            command.Add(data);
            command.Add(config);
            if (asksRouter)
                command.Add(port);
            command.Add(json);
            return command;
        }

        public EmergencyPlace Of(ParseResult parsed) => new(parsed.GetValue(data), parsed.GetValue(config), asksRouter ? parsed.GetValue(port) : null, parsed.GetValue(json));
    }
}
