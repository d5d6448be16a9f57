using InfoShare.Routing.Emergency;
using static InfoShare.Cli.Emergencies.EmergencyRun;

namespace InfoShare.Cli.Emergencies;

/// <summary>Emergency access as <c>infoshare emergency list</c> says it. Pure.</summary>
internal static class EmergencyWords
{
    /// <summary>In a few lines.</summary>
    public static string Words(this ListedEmergency one) => string.Join(Environment.NewLine, ((string?[])
    [
        $"{one.Id}  {one.State} until {Time(one.Until)}{(one.StoppedBy is null ? "" : $", stopped by {one.StoppedBy}")}",
        $"  {one.Recipient}, {one.Reason}, by {one.AskedBy} at {Time(one.AskedAt)}, delivery {one.DeliveryId}",
        $"  {Review(one)}",
        one.Text is null ? null : $"  {one.Text.ReplaceLineEndings($"{Environment.NewLine}  ")}",
    ]).OfType<string>());

    private static string Review(ListedEmergency one) => (one.ReviewedAt, one.ReviewBy) switch
    {
        ({ } at, _) => $"{one.Outcome}, says {one.ReviewedBy} at {Time(at)}",
        (_, { } by) => $"review {(one.Overdue ? "OVERDUE since" : "before")} {Time(by)}",
        _ => "review OVERDUE: the bank holidays of its year are not known",
    };
}
