using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Parts;
using InfoShare.Routing.Facts;
using InfoShare.Storage.Histories;
using InfoShare.Storage.Transfers;

namespace InfoShare.Routing.Transfers;

/// <summary>Which authority is responsible for a child now. It stays with the side that asks until the other has taken over. Pure.</summary>
internal static class ResponsibilityOf
{
    private const string Authority = "la/";

    /// <summary>Null where nobody has said so.</summary>
    /// <param name="transfers">Of the child, the latest first.</param>
    /// <param name="involvements">Of the child, the oldest first.</param>
    public static Responsibility? Child(IEnumerable<TransferRow> transfers, IEnumerable<PastInvolvementRow> involvements)
    {
        if (transfers.FirstOrDefault(transfer => transfer.Kind == Coded.Word(TransferKind.Authority)) is not { } latest)
            return involvements.LastOrDefault(HoldsCase) is { } holding ? new() { HeldBy = CodeOf(holding.Organisation) } : null;
        var state = Coded.Read<TransferState>(latest.State);
        var holder = state is TransferState.ResponsibilityPassed ? latest.ToArea ?? CodeOf(latest.ToOrganisation) : CodeOf(latest.FromOrganisation) ?? latest.FromArea;
        return new() { HeldBy = holder, Transfer = state };
    }

    /// <summary>An authority that works with the child, or has closed its case as transferred: nobody has taken it over yet.</summary>
    private static bool HoldsCase(PastInvolvementRow involvement) => CodeOf(involvement.Organisation) is not null && (involvement.Until is null || involvement.Closure == "RC5");

    private static string? CodeOf(string? organisation) =>
        organisation is not null && organisation.StartsWith(Authority, StringComparison.Ordinal) ? organisation[Authority.Length..] : null;
}
