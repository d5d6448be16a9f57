using InfoShare.Checker.Checks;
using InfoShare.Checker.History;
using InfoShare.Checker.Records;

namespace InfoShare.Checker.Tests;

public sealed class AuditTests
{
    private readonly World world = new();

    public AuditTests() => world.Deliver(MessageKind.Concern);

    [Fact]
    public void A_changed_record_is_found()
    {
        world.Store = records => records with { Audit = [records.Audit[0] with { At = records.Audit[0].At - 1 }, .. records.Audit.Skip(1)] };

        Assert.Contains("broken at routing:1", world.Finds(FindingKind.Audit), StringComparison.Ordinal);
    }

    [Fact]
    public void A_removed_record_is_found()
    {
        world.Store = records => records with { Audit = [records.Audit[0], .. records.Audit.Skip(2)] };

        Assert.Contains("broken at routing:3", world.Finds(FindingKind.Audit), StringComparison.Ordinal);
    }

    [Fact]
    public void A_decision_that_is_not_as_the_audit_tells_of_it_is_found()
    {
        world.Store = records => records with { Decisions = [records.Decisions[0] with { Outcome = "{}" }, .. records.Decisions.Skip(1)] };

        Assert.Contains("not as the audit tells", world.Finds(FindingKind.Audit), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_decision_is_found()
    {
        world.Store = records => records with { Decisions = [.. records.Decisions.Skip(1)] };

        Assert.Contains("missing", world.Finds(FindingKind.Audit), StringComparison.Ordinal);
    }

    [Fact]
    public void An_effect_that_was_there_before_its_decision_is_found()
    {
        world.Store = records => Rewritten(records, decidedLater: true, sendingLater: false);

        Assert.Contains("before a decision", world.Finds(FindingKind.Audit), StringComparison.Ordinal);
    }

    [Fact]
    public void An_effect_that_was_not_recorded_as_sending_is_found()
    {
        world.Store = records => Rewritten(records, decidedLater: false, sendingLater: true);

        Assert.Contains("before it was recorded as sending", world.Finds(FindingKind.Audit), StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_hashes_as_the_format_says() => Assert.Equal(
        "b9528f026d3e6d0ee6421bad78fe15d71d456d83fcd70cab5cb4a44f489b4835",
        AuditChain.HashOf(new("routing-1", 7, new string('0', 64), "", 1_763_628_000_000_000, "decided", "d-é", "because x")));

    /// <summary>A chain that holds and tells of a decision, or of a sending, after the effect was there.</summary>
    private static StoreRecords Rewritten(StoreRecords records, bool decidedLater, bool sendingLater)
    {
        const long later = 60_000_000;
        var decisions = records.Decisions.Select(d => decidedLater ? d with { At = d.At + later } : d).ToList();
        var audit = new List<AuditRecord>();
        foreach (var decision in decisions)
            World.Append(audit, decision.At, "decided", decision.DeliveryId, $"decision:{AuditCheck.HashOf(decision)}");
        foreach (var record in records.Audit.Where(r => r.Kind == "delivery-sending"))
            World.Append(audit, sendingLater ? record.At + later : record.At, record.Kind, record.About, record.Detail);
        return records with { Decisions = decisions, Audit = audit };
    }
}
