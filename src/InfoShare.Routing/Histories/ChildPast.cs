using InfoShare.Storage.Histories;
using InfoShare.Storage.Transfers;

namespace InfoShare.Routing.Histories;

/// <summary>What is on record of a child from before.</summary>
/// <param name="Concerns">Those that happened last, the latest first.</param>
/// <param name="Involvements">The oldest first.</param>
/// <param name="Transfers">The latest request first.</param>
internal sealed record ChildPast(IReadOnlyList<PastConcernRow> Concerns, IReadOnlyList<PastInvolvementRow> Involvements, IReadOnlyList<TransferRow> Transfers)
{
    /// <summary>So many concerns of a child are looked at: where there are more, their number is told as this.</summary>
    public const int MostConcerns = 100;
}
