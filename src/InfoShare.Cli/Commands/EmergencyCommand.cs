using System.CommandLine;
using InfoShare.Policy;
using InfoShare.Routing.Emergency;

namespace InfoShare.Cli.Commands;

/// <summary>What <c>infoshare emergency start</c> was asked.</summary>
/// <param name="TextFile">The file that says why; <c>-</c>: standard input.</param>
public sealed record EmergencyStartOptions(string DeliveryId, string Reason, string TextFile, string By, int Hours, DeskPlace Place);

/// <summary>What <c>infoshare emergency stop</c> was asked.</summary>
public sealed record EmergencyStopOptions(string Id, string By, DeskPlace Place);

/// <summary>What <c>infoshare emergency review</c> was asked.</summary>
public sealed record EmergencyReviewOptions(string Id, string By, ReviewOutcome Outcome, DeskPlace Place);

/// <summary>What <c>infoshare emergency list</c> was asked.</summary>
/// <param name="Overdue">Only those whose review is overdue.</param>
/// <param name="Text">Also why, in the askers' words.</param>
public sealed record EmergencyListOptions(bool Overdue, bool Text, DeskPlace Place);

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
        var reason = DeskOptions.Word("--reason", "CODE", "Why", EmergencyReasons.Known.Keys);
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
        var (by, place) = (DeskOptions.By(), new DeskOptions());
        var start = place.AddTo(new Command("start", "Let a recipient have what is told about a child, for some hours. It lifts no absolute prohibition.") { delivery, reason, text, by, hours });
        start.SetAction((parsed, cancellationToken) => handler(
            new(parsed.GetRequiredValue(delivery), parsed.GetRequiredValue(reason), parsed.GetRequiredValue(text), parsed.GetRequiredValue(by), parsed.GetValue(hours), place.Of(parsed)),
            cancellationToken));
        return start;
    }

    private static Command Stop(Func<EmergencyStopOptions, CancellationToken, Task<int>> handler)
    {
        var (id, by, place) = (Id(), DeskOptions.By(), new DeskOptions());
        var stop = place.AddTo(new Command("stop", "End it before its time; nothing more leaves on it.") { id, by });
        stop.SetAction((parsed, cancellationToken) => handler(new(parsed.GetRequiredValue(id), parsed.GetRequiredValue(by), place.Of(parsed)), cancellationToken));
        return stop;
    }

    private static Command Review(Func<EmergencyReviewOptions, CancellationToken, Task<int>> handler)
    {
        var (id, by, place) = (Id(), DeskOptions.By(), new DeskOptions());
        var outcome = DeskOptions.Word("--outcome", "WORD", "What was found", Outcomes.Keys);
        var review = place.AddTo(new Command("review", "Say whether it was right; by somebody else than who asked for it.") { id, by, outcome });
        review.SetAction((parsed, cancellationToken) => handler(
            new(parsed.GetRequiredValue(id), parsed.GetRequiredValue(by), Outcomes[parsed.GetRequiredValue(outcome)], place.Of(parsed)), cancellationToken));
        return review;
    }

    private static Command List(Func<EmergencyListOptions, CancellationToken, Task<int>> handler)
    {
        var overdue = new Option<bool>("--overdue") { Description = "Only those whose review is overdue." };
        var text = new Option<bool>("--text") { Description = "Also why, in the askers' words, which may name people: for whoever reviews." };
        var place = new DeskOptions(asksRouter: false);
        var list = place.AddTo(new Command("list", "Say who asked for emergency access, why, until when, and whether it was reviewed.") { overdue, text });
        list.SetAction((parsed, cancellationToken) => handler(new(parsed.GetValue(overdue), parsed.GetValue(text), place.Of(parsed)), cancellationToken));
        return list;
    }

    private static Argument<string> Id() => new("ID") { Description = "Of the emergency access, as start and list say it." };
}
