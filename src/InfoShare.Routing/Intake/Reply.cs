using InfoShare.Contracts.Deliveries;

namespace InfoShare.Routing.Intake;

/// <summary>What routing answers to a message.</summary>
internal sealed record Reply(string About, ReceiptOutcome Outcome, IReadOnlyList<ReceiptReason> Reasons, int? Epoch = null, int? HighestSequence = null)
{
    public static Reply Accepted(string about) => new(about, ReceiptOutcome.Accepted, []);

    public static Reply Refused(string about, string code, string? field, string text) =>
        new(about, ReceiptOutcome.Refused, [new() { Code = code, Field = field, Text = text }]);
}
