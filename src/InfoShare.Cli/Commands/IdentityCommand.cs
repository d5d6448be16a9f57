using System.CommandLine;
using InfoShare.Routing.Identity;

namespace InfoShare.Cli.Commands;

/// <summary>What <c>infoshare identity reviews</c> was asked.</summary>
public sealed record IdentityReviewsOptions(int Most, DeskPlace Place);

/// <summary>What <c>infoshare identity who</c> was asked.</summary>
/// <param name="DeliveryId">A delivery about the child.</param>
public sealed record IdentityWhoOptions(string DeliveryId, DeskPlace Place);

/// <summary>What <c>infoshare identity look</c> was asked.</summary>
public sealed record IdentityLookOptions(string Review, string By, DeskPlace Place);

/// <summary>What <c>infoshare identity decide</c> was asked.</summary>
public sealed record IdentityDecideOptions(string Review, IdentityOutcome Outcome, string By, DeskPlace Place);

/// <summary>What <c>infoshare identity unlink</c> was asked.</summary>
public sealed record IdentityUnlinkOptions(string Record, string By, DeskPlace Place);

/// <summary><c>infoshare identity</c>: which records are of one child, for identity reviewers.</summary>
public static class IdentityCommand
{
    private static readonly Dictionary<string, IdentityOutcome> Outcomes = new() { ["same"] = IdentityOutcome.Same, ["different"] = IdentityOutcome.Different };

    public static Command Create(
        Func<IdentityReviewsOptions, CancellationToken, Task<int>> reviews, Func<IdentityWhoOptions, CancellationToken, Task<int>> who,
        Func<IdentityLookOptions, CancellationToken, Task<int>> look, Func<IdentityDecideOptions, CancellationToken, Task<int>> decide,
        Func<IdentityUnlinkOptions, CancellationToken, Task<int>> unlink) =>
        new("identity", "Say which records are of one child: questions, answers, and links undone.") { Reviews(reviews), Who(who), Look(look), Decide(decide), Unlink(unlink) };

    private static Command Reviews(Func<IdentityReviewsOptions, CancellationToken, Task<int>> handler)
    {
        var most = StandardOptions.Most();
        var place = new DeskOptions(asksRouter: false);
        var reviews = place.AddTo(new Command("reviews", "List the open questions: two records that may be of one child. Nothing of the child is shown.") { most });
        reviews.SetAction((parsed, cancellationToken) => handler(new(parsed.GetValue(most), place.Of(parsed)), cancellationToken));
        return reviews;
    }

    private static Command Who(Func<IdentityWhoOptions, CancellationToken, Task<int>> handler)
    {
        var delivery = new Argument<string>("DELIVERY-ID") { Description = "A delivery about the child, whatever became of it." };
        var place = new DeskOptions(asksRouter: false);
        var who = place.AddTo(new Command("who", "Say which organisations know the child, since when, by which records. Nothing that they say is shown.") { delivery });
        who.SetAction((parsed, cancellationToken) => handler(new(parsed.GetRequiredValue(delivery), place.Of(parsed)), cancellationToken));
        return who;
    }

    private static Command Look(Func<IdentityLookOptions, CancellationToken, Task<int>> handler)
    {
        var (review, by, place) = (Review(), DeskOptions.By(), new DeskOptions());
        var look = place.AddTo(new Command("look", "Show both records side by side, and how far they agree. Addresses are compared and not shown. That somebody looked goes on record.") { review, by });
        look.SetAction((parsed, cancellationToken) => handler(new(parsed.GetRequiredValue(review), parsed.GetRequiredValue(by), place.Of(parsed)), cancellationToken));
        return look;
    }

    private static Command Decide(Func<IdentityDecideOptions, CancellationToken, Task<int>> handler)
    {
        var (review, by, place) = (Review(), DeskOptions.By(), new DeskOptions());
        var outcome = DeskOptions.Word("--outcome", "WORD", "What was found", Outcomes.Keys);
        var decide = place.AddTo(new Command("decide", "Say whether both records are of one child. What is open is then shared with what is known of both.") { review, outcome, by });
        decide.SetAction((parsed, cancellationToken) => handler(
            new(parsed.GetRequiredValue(review), Outcomes[parsed.GetRequiredValue(outcome)], parsed.GetRequiredValue(by), place.Of(parsed)), cancellationToken));
        return decide;
    }

    private static Command Unlink(Func<IdentityUnlinkOptions, CancellationToken, Task<int>> handler)
    {
        var record = new Argument<string>("RECORD") { Description = "The record that is of another child, as who and look say it." };
        var (by, place) = (DeskOptions.By(), new DeskOptions());
        var unlink = place.AddTo(new Command("unlink", "Take a record away from a child that it was linked to, and say who received what because of the link.") { record, by });
        unlink.SetAction((parsed, cancellationToken) => handler(new(parsed.GetRequiredValue(record), parsed.GetRequiredValue(by), place.Of(parsed)), cancellationToken));
        return unlink;
    }

    private static Argument<string> Review() => new("REVIEW") { Description = "The question, as reviews says it." };
}
