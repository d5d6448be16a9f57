using System.CommandLine;

namespace InfoShare.Cli.Commands;

/// <summary>What <c>infoshare chronology</c> was asked.</summary>
/// <param name="DeliveryId">A delivery: its child, for its recipient.</param>
/// <param name="Family">With the children of the same family.</param>
/// <param name="Csv">Write it there as CSV; null: do not.</param>
/// <param name="Page">Write it there as a page to print; null: do not.</param>
public sealed record ChronologyOptions(string DeliveryId, bool Family, string Why, string By, string? Csv, string? Page, DeskPlace Place);

/// <summary><c>infoshare chronology</c>: what happened to a child, across agencies, by when it happened.</summary>
public static class ChronologyCommand
{
    public static Command Create(Func<ChronologyOptions, CancellationToken, Task<int>> handler)
    {
        var delivery = new Argument<string>("DELIVERY-ID") { Description = "A delivery: the chronology is of its child, and holds what its recipient may know." };
        var family = new Option<bool>("--family") { Description = "With the children of the same family: siblings, and children of the same parent." };
        var why = new Option<string>("--why") { HelpName = "TEXT", Description = "For what it is needed. It is kept sealed; the audit has a hash.", Required = true };
        var csv = new Option<string?>("--csv") { HelpName = "FILE", Description = "Write it to FILE as CSV." };
        var page = new Option<string?>("--page") { HelpName = "FILE", Description = "Write it to FILE as a page to print." };
        var (by, place) = (DeskOptions.By(), new DeskOptions());
        var command = place.AddTo(new Command("chronology", "Tell what happened to a child, across agencies, as far as a delivery's recipient may know it. That somebody read it goes on record.") { delivery, family, why, by, csv, page });
        command.SetAction((parsed, cancellationToken) => handler(
            new(parsed.GetRequiredValue(delivery), parsed.GetValue(family), parsed.GetRequiredValue(why), parsed.GetRequiredValue(by), parsed.GetValue(csv), parsed.GetValue(page), place.Of(parsed)),
            cancellationToken));
        return command;
    }
}
