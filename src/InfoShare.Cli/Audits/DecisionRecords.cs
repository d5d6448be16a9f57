using System.Text.Json;
using InfoShare.Adapters.Health.Audit;
using InfoShare.Contracts.Wire;
using InfoShare.Policy;
using InfoShare.Storage;
using InfoShare.Storage.Decisions;

namespace InfoShare.Cli.Audits;

/// <summary>Puts a decision of routing's store into the form in which the health adapter writes it for others.</summary>
public static class DecisionRecords
{
    /// <summary>The decision in codes; its agreements as they were known when it was made.</summary>
    public static RecordedDecision Of(ChildDecisionRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var facts = DecisionTable.Read<SharingFacts>(row.Facts);
        var decision = DecisionTable.Read<SharingDecision>(row.Outcome);
        return new(
            row.Id,
            Instants.FromMicroseconds(row.At),
            row.ChildToken,
            row.Sender,
            facts.Recipient.Organisation,
            facts.Recipient.Role,
            decision.MayKnow,
            Why(row, decision),
            decision.Basis,
            [.. facts.Consents.Select(Consent)]);
    }

    private static string Why(DecisionRow row, SharingDecision decision) => string.Join("; ",
    [
        decision.MayKnow ? "permitted" : $"withheld: {decision.Code}",
        .. decision.Parts.GroupBy(p => p.Effect).OrderBy(g => g.Key).Select(g => $"{Code(g.Key)}: {string.Join(", ", g.Select(p => Code(p.Part)))}"),
        $"because: {string.Join(", ", decision.Because)}",
        $"policy: {row.Policy}",
        $"directory: {row.Directory}",
        $"decided: {row.Kind}",
    ]);

    private static string Consent(ConsentFact consent) =>
        $"{Code(consent.AgreementTo)} {Code(consent.Answer)}{(consent.CanBeReliedOn ? "" : ", not relied on")}{(consent.WithdrawnAt is null ? "" : ", withdrawn")}";

    private static string Code<T>(T value) where T : struct, Enum => JsonSerializer.Serialize(value, WireJson.Options).Trim('"');
}
