using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using InfoShare.Checker.Effects;
using InfoShare.Checker.Records;

namespace InfoShare.Checker.Checks;

/// <summary>The audit is whole; every decision is in it; every effect was decided and recorded as sending before it was there.</summary>
public static class AuditCheck
{
    private const string DecisionMark = "decision:";

    /// <summary>File systems stamp files with the kernel's coarse clock, which is up to one tick behind the real one: 10 ms where it has 100 a second.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IEnumerable<Finding> Of(Evidence evidence) =>
        AuditChain.Problems(evidence.Records.Audit).Concat(Unaudited(evidence.Records)).Concat(Undecided(evidence)).Concat(Unrecorded(evidence));

    /// <summary>As the audit notes it: SHA-256 over the row as JSON, with 0 for its number.</summary>
    public static string HashOf(DecisionRecord decision) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(
        new { Id = 0, decision.Sender, decision.MessageId, decision.DeliveryId, decision.Kind, decision.At, decision.Policy, decision.BuiltIn, decision.Directory, decision.Facts, decision.Outcome },
        Form)));

    private static IEnumerable<Finding> Unaudited(StoreRecords records)
    {
        var audited = records.Audit.Select(r => r.Detail.Split(DecisionMark)).Where(d => d.Length == 2 && d[1] != "none").Select(d => d[1]).ToHashSet();
        foreach (var decision in records.Decisions)
        {
            if (!audited.Remove(HashOf(decision)))
                yield return new(FindingKind.Audit, $"a decision about {decision.DeliveryId} is not as the audit tells of it, or twice");
        }

        if (audited.Count > 0)
            yield return new(FindingKind.Audit, $"{audited.Count} decisions that the audit tells of are missing");
    }

    private static IEnumerable<Finding> Undecided(Evidence evidence)
    {
        var decided = evidence.Records.Decisions.GroupBy(d => d.DeliveryId).ToDictionary(g => g.Key, g => StoreRecords.Time(g.Min(d => d.At)));
        return from effect in evidence.Effects
               where effect.Kind is EffectKind.Original or EffectKind.Correction or EffectKind.Notice
               where !decided.TryGetValue(effect.DeliveryId, out var at) || at > effect.Written + Tick
               select new Finding(FindingKind.Audit, $"{effect.Participant}/{effect.File} was there before a decision about it was");
    }

    private static IEnumerable<Finding> Unrecorded(Evidence evidence)
    {
        var sending = evidence.Records.Audit.Where(r => r.Kind == "delivery-sending").GroupBy(r => r.About)
            .ToDictionary(g => g.Key, g => StoreRecords.Time(g.Min(r => r.At)));
        return from effect in evidence.Effects
               where effect.Kind is not EffectKind.Recall
               where !sending.TryGetValue(effect.DeliveryId, out var at) || at > effect.Written + Tick
               select new Finding(FindingKind.Audit, $"{effect.Participant}/{effect.File} was there before it was recorded as sending");
    }
}
