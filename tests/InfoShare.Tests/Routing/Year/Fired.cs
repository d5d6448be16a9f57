using System.Text.Json;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Wire;
using InfoShare.Storage;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Deliveries;

namespace InfoShare.Tests.Routing.Year;

/// <summary>What the store says was set off, and when.</summary>
internal static class Fired
{
    private static readonly string[] ToldCodes = ["unanswered", "transfer-overdue", "escalated", "unresolved", "plan-visit-overdue", "plan-15-months", "plan-18-months"];

    public static IEnumerable<Firing> In(RoutingStore store)
    {
        var deliveries = store.Read(scope => scope.Query<DeliveryRow>("select * from delivery where kind in ('reminder', 'sender-notice')"));
        var audit = store.Read(scope => scope.Query<AuditRow>("select * from audit where kind in ('alert', 'escalated', 'emergency-ended', 'delivery-late')"));
        return [.. deliveries.SelectMany(Of), .. audit.SelectMany(Of)];
    }

    private static IEnumerable<Firing> Of(DeliveryRow row)
    {
        var at = Instants.FromMicroseconds(row.DecidedAt);
        if (row.Kind == "reminder")
        {
            var due = JsonSerializer.Deserialize<AnswerDue>(row.Detail!, WireJson.Options)!;
            return [new(due.IsOverdue ? "overdue" : "reminder", $"{due.DeliveryId} {due.Clock}", at)];
        }

        return JsonSerializer.Deserialize<SharingWithheld>(row.Detail!, WireJson.Options)!.Withheld
            .Where(told => ToldCodes.Contains(told.Code)).Select(told => new Firing($"told {told.Code}", row.About!, at));
    }

    private static IEnumerable<Firing> Of(AuditRow row)
    {
        var (at, words) = (Instants.FromMicroseconds(row.At), row.Detail.Split(' '));
        return (row.Kind, words[0]) switch
        {
            ("alert", "unanswered") => [new("alert unanswered", $"{row.About} {words[1]}", at)],
            ("alert", "transfer-overdue" or "emergency-review-overdue") => [new($"alert {words[0]}", row.About, at)],
            ("alert", "a") when row.Detail == "a challenge was not settled in any stage" => [new("alert unresolved", row.About, at)],
            ("alert", _) => [],
            ("escalated", _) => [new($"escalated {row.Detail}", row.About, at)],
            _ => [new(row.Kind, row.About, at)],
        };
    }
}
