using InfoShare.Contracts.Codes;
using InfoShare.Policy.Explaining;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Deliveries;
using InfoShare.Storage.Messages;
using InfoShare.Storage.Reveals;

namespace InfoShare.Console.Cases;

/// <summary>The whole story of one message, as far as its reader may know it.</summary>
/// <param name="Linked">How the sender's record came to be linked with the child, as codes; null: it is about no child.</param>
/// <param name="Related">Other messages about the same concern or move.</param>
/// <param name="Deliveries">Those of which the reader may know.</param>
/// <param name="Coarse">For who sent it: what became of it, and not at whom.</param>
/// <param name="NotAsked">Roles that were not asked, and why; empty where the reader may not know.</param>
/// <param name="Owed">Answers that are owed, or were.</param>
/// <param name="Proof">The audit of it.</param>
/// <param name="Reveals">Who has read the content.</param>
public sealed record Case(
    MessageRow Message, string? Linked, IReadOnlyList<ListedMessage> Related, IReadOnlyList<CaseDelivery> Deliveries, IReadOnlyList<CoarseOutcome> Coarse, IReadOnlyList<RoleNotAsked> NotAsked,
    IReadOnlyList<OwedAnswer> Owed, IReadOnlyList<ProvenRow> Proof, IReadOnlyList<RevealRow> Reveals);

/// <summary>One recipient's share.</summary>
/// <param name="Decided">first, recheck or reading: the latest decision.</param>
/// <param name="Explanation">Null where it cannot be explained; then <paramref name="Unexplained"/> says why.</param>
public sealed record CaseDelivery(DeliveryRow Row, string? Decided, Explanation? Explanation, string? Unexplained);

/// <summary>What became of a message at one recipient or several, without saying whom.</summary>
/// <param name="Fate">As in the flow picture.</param>
/// <param name="Code">Why it was withheld, coarsely; null: it was not.</param>
/// <param name="WithheldParts">Comma-separated <c>part:code</c>.</param>
public sealed record CoarseOutcome(string Fate, string? Code, string WithheldParts);

/// <summary>A role that was not asked.</summary>
/// <param name="Nobody">It may know of such messages, but nobody holds it for this child.</param>
public sealed record RoleNotAsked(string Role, bool Nobody, Answer Why);

/// <summary>An answer that a recipient owes.</summary>
/// <param name="Progress">open, late, in-time, came-late or closed.</param>
public sealed record OwedAnswer(string Recipient, string Owed, string Clock, DateTimeOffset By, string Progress);
