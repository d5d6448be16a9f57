using InfoShare.Console.Flow;
using InfoShare.Console.Security;
using InfoShare.Console.Words;
using InfoShare.Contracts.Codes;
using InfoShare.Policy;
using InfoShare.Policy.Explaining;
using InfoShare.Routing.Answers;
using InfoShare.Routing.Recipients;
using InfoShare.Storage;
using InfoShare.Storage.Answers;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Children;
using InfoShare.Storage.Decisions;
using InfoShare.Storage.Deliveries;
using InfoShare.Storage.Messages;
using InfoShare.Storage.Policies;
using InfoShare.Storage.Reveals;
using InfoShare.Vault;

namespace InfoShare.Console.Cases;

/// <summary>Reads the story of one message. What the reader may not know is not read out, not hidden by the page.</summary>
internal static class CaseReading
{
    private const int MostRelated = 50;
    private const int MostProof = 500;

    /// <summary>Null: there is no such message, or it is none of the reader's.</summary>
    public static Case? Read(ConsoleContext console, ReadScope scope, Viewer viewer, string sender, string id)
    {
        if (scope.FindMessage(sender, id) is not { } message || (viewer.Organisation is { } of && message.Source != viewer.Source && !scope.DeliveriesOf(sender, id).Any(row => IsFor(of, row))))
            return null;
        var all = scope.DeliveriesOf(sender, id);
        var (wide, theirs) = (viewer.Organisation is null, viewer.Source == message.Source);
        var shown = all.Where(row => wide || IsFor(viewer.Organisation!, row) || (theirs && row.Kind == "sender-notice")).Select(row => Explained(console, scope, viewer, row)).ToList();
        return new(
            message, message.Record is { } record ? scope.FindRecord(record)?.Because : null,
            message.About is { } about ? [.. scope.MessagesMeantBy(about, viewer.Organisation, MostRelated).Where(other => other.Id != id || other.Sender != sender)] : [],
            shown, theirs ? Coarse(all) : [], wide ? NotAsked(console, scope, viewer, all) : [], message.About is { } concern ? Owed(console, scope, sender, concern, shown) : [],
            wide ? scope.AuditOf([id, .. all.Select(row => row.DeliveryId)], MostProof) : [],
            wide || theirs ? scope.RevealsOf(sender, id) : []);
    }

    /// <summary>What may have reached an organisation, it may see. That something was withheld from it, it may not know.</summary>
    private static bool IsFor(string organisation, DeliveryRow row) =>
        row.Organisation == organisation && (DeliveryStates.MayHaveLeft.Contains(row.State) || row.State == DeliveryStates.Recalled);

    /// <summary>Who sent it learns what became of it, and not at whom.</summary>
    internal static IReadOnlyList<CoarseOutcome> Coarse(IReadOnlyList<DeliveryRow> all) => [.. all.Where(row => row.Kind is "original" or "correction" or "notice")
        .Select(row => new CoarseOutcome(FlowReading.FateOf(row.Shown ?? row.State), row.Code, row.WithheldParts)).Distinct().OrderBy(one => one.Fate, StringComparer.Ordinal)];

    private static CaseDelivery Explained(ConsoleContext console, ReadScope scope, Viewer viewer, DeliveryRow row)
    {
        if (scope.LatestDecision(row.DeliveryId) is not { } decision)
            return new(row, null, null, null);
        if (decision.Facts.Length == 0)
            return new(row, decision.Kind, null, "The facts of its decision have been erased");
        if (PolicyOf(console, scope, decision.Policy) is not { } policy)
            return new(row, decision.Kind, null, $"It was decided by policy {decision.Policy}, which this release cannot read");
        var facts = DecisionTable.Read<SharingFacts>(decision.Facts);
        return decision.IsBy(policy) && DecisionTable.Write(policy.Decide(facts)) == decision.Outcome
            ? new(row, decision.Kind, policy.Explain(facts).For(AudienceOf(viewer)), null)
            : new(row, decision.Kind, null, "This release does not decide these facts as the record says: explain them with the release that did");
    }

    private static SharingPolicy? PolicyOf(ConsoleContext console, ReadScope scope, string version) =>
        console.Policies.WithVersion(version) ?? scope.PolicySets().FirstOrDefault(set => set.Version == version)?.ToPolicy();

    private static Audience AudienceOf(Viewer viewer) =>
        viewer.Organisation is not null ? Audience.Recipient : viewer.May(Permissions.SeePolicy) ? Audience.Governance : Audience.Operator;

    /// <summary>By the facts of the first decision about the message: what a post of the role would have been told.</summary>
    private static IReadOnlyList<RoleNotAsked> NotAsked(ConsoleContext console, ReadScope scope, Viewer viewer, IReadOnlyList<DeliveryRow> all)
    {
        var decided = all.Where(row => row.Kind is "original" or "correction" or "notice").Select(row => scope.LatestDecision(row.DeliveryId)).FirstOrDefault(row => row is { Facts.Length: > 0 });
        if (decided is null || PolicyOf(console, scope, decided.Policy) is not { } policy)
            return [];
        var facts = DecisionTable.Read<SharingFacts>(decided.Facts);
        return [.. from role in Roles.All.Except(all.Select(row => row.Role))
                   let answer = policy.Explain(facts with { Recipient = AskedRole.Somewhere(role) }).For(AudienceOf(viewer))?.Whole
                   where answer is not null
                   select new RoleNotAsked(role, answer.Goes, answer)];
    }

    private static IReadOnlyList<OwedAnswer> Owed(ConsoleContext console, ReadScope scope, string sender, string about, IReadOnlyList<CaseDelivery> shown)
    {
        var recipients = shown.Select(one => $"{one.Row.Organisation}#{one.Row.Role}").ToHashSet();
        return [.. scope.ClocksAbout(sender, about)
            .Select(row => new OwedAnswer($"{row.Organisation}#{row.Role}", row.Owed, row.Clock, row.LateFrom.At().AddSeconds(-1), ListedOwed.ProgressOf(row.AnsweredAt, row.ClosedAt, row.LateFrom, console.Now)))
            .Where(owed => recipients.Contains(owed.Recipient))];
    }
}
