using InfoShare.Console.Security;
using InfoShare.Storage.Approvals;
using InfoShare.Vault;

namespace InfoShare.Console.Approvals;

/// <summary>Something that needs two people. One for each kind is registered.</summary>
public interface IApprovedAction
{
    /// <summary>The code of what it does.</summary>
    string Kind { get; }

    /// <summary>The permission of whoever approves, who must be somebody else than who asked.</summary>
    string Needs { get; }

    /// <summary>What would be done, in words: ids and codes only.</summary>
    string Words(ReadScope scope, ApprovalRow approval);

    /// <summary>Where more is shown of it to this person; null: nowhere.</summary>
    string? AddressOf(ApprovalRow approval, Viewer viewer);

    /// <summary>Why nobody can approve it as things are now; null: nothing stands in the way.</summary>
    string? WhyNot(ReadScope scope, ApprovalRow approval) => null;

    /// <summary>Does it, in the transaction in which it was approved.</summary>
    /// <returns>What stands in the way; null: it is done, or under way.</returns>
    string? Do(WriteScope scope, ApprovalRow approval, Viewer by);
}
