using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Parts;

namespace InfoShare.Routing.Histories;

/// <summary>Asks for the chronology of a delivery's child, as the delivery's recipient may have it.</summary>
/// <param name="Family">With the children of the same family.</param>
/// <param name="Why">For what it is needed, in words; kept sealed.</param>
/// <param name="By">Who asks.</param>
public sealed record ChronologyAsk(string DeliveryId, bool Family, string Why, string By);

/// <summary>A chronology, or why there is none.</summary>
/// <param name="Problem">Null where there is one.</param>
/// <param name="Reader"><c>organisation#role</c>, for whom it is cut.</param>
/// <param name="Children">The delivery's child first.</param>
/// <param name="Entries">As it happened, the earliest first.</param>
/// <param name="IsCut">There is more than is told.</param>
public sealed record ChronologyAnswer(
    string? Problem, string? Reader = null, DateTimeOffset? At = null, IReadOnlyList<ChronologyChild>? Children = null, IReadOnlyList<ChronologyEntry>? Entries = null, bool IsCut = false);

/// <summary>A child of it.</summary>
/// <param name="Number">1 is the delivery's child.</param>
/// <param name="Because">Why it counts as family: <c>sibling</c>, <c>parent</c> (of both); empty for the first.</param>
/// <param name="Since">When it was first told that it is; null for the first.</param>
/// <param name="Last">When that was last told.</param>
/// <param name="Responsibility">Which authority is responsible; null: nobody has said so, or the reader may not know.</param>
public sealed record ChronologyChild(int Number, IReadOnlyList<string> Because, DateOnly? Since, DateOnly? Last, Responsibility? Responsibility);

/// <summary>One event.</summary>
/// <param name="On">When it happened or was seen, in England.</param>
/// <param name="Until">Of a plan: its last day.</param>
/// <param name="Child">The child's number.</param>
/// <param name="Kind"><c>concern</c>, <c>move</c>, <c>transfer</c>, <c>notice</c> or <c>plan</c>.</param>
/// <param name="From">The kind of agency that tells.</param>
/// <param name="Outcome">What was decided about a concern; null: nothing that InfoShare knows of.</param>
/// <param name="Parts">What the reader may read of it; empty where its words are erased.</param>
/// <param name="Notice">The message type of a notice: <c>attendance.threshold</c>.</param>
/// <param name="WordsErased">Its words are no longer kept; what is coded is.</param>
public sealed record ChronologyEntry(
    DateOnly On, DateOnly? Until, int Child, string Kind, AgencyKind From, int? LevelOfNeed = null, IReadOnlyList<string>? Categories = null, ConcernOutcome? Outcome = null,
    MoveType? Move = null, OpenPlan? Plan = null, MessageParts? Parts = null, bool WordsErased = false, string? Notice = null);
