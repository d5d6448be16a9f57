using InfoShare.Vault;

namespace InfoShare.Storage.Deliveries;

/// <summary>Which deliveries are looked for; each null is no condition.</summary>
/// <param name="State">As people see it.</param>
/// <param name="Recipient"><c>organisation#role</c>, or the organisation alone.</param>
/// <param name="Since">Decided then or later, in microseconds.</param>
public sealed record DeliveryQuestion(string? State, string? Sender, string? Recipient, string? Message, long? Since);

/// <summary>Finds deliveries for people.</summary>
public static class DeliveryQuestions
{
    /// <summary>How many there are.</summary>
    public static long CountDeliveries(this ReadScope scope, DeliveryQuestion question) =>
        scope.First<long>($"select count(*) {Where(question)}", question);

    /// <summary>The latest of them, latest first.</summary>
    public static IReadOnlyList<DeliveryRow> LatestDeliveries(this ReadScope scope, DeliveryQuestion question, int most) =>
        scope.Query<DeliveryRow>($"select d.*, {DeliveryTable.Shown} as shown {Where(question)} order by d.decided_at desc, d.rowid desc limit {most}", question);

    private static string Where(DeliveryQuestion question)
    {
        string?[] conditions =
        [
            question.State is null ? null : $"{DeliveryTable.Shown} = @State",
            question.Sender is null ? null : "d.sender = @Sender",
            question.Recipient is null ? null : question.Recipient.Contains('#', StringComparison.Ordinal)
                ? "d.organisation || '#' || d.role = @Recipient" : "d.organisation = @Recipient",
            question.Message is null ? null : "d.message_id = @Message",
            question.Since is null ? null : "d.decided_at >= @Since",
        ];
        return $"from delivery d where {string.Join(" and ", conditions.OfType<string>().DefaultIfEmpty("1 = 1"))}";
    }
}
