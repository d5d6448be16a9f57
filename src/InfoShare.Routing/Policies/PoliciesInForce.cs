using InfoShare.Policy;
using InfoShare.Storage.Policies;
using InfoShare.Vault;

namespace InfoShare.Routing.Policies;

/// <summary>
/// The sets by which a process decides, or shows what is decided: those of its settings, and those that two people have brought into
/// force since. They change as a whole, so that whoever asks sees one state or the other.
/// </summary>
/// <param name="settled">Those that it started with.</param>
public sealed class PoliciesInForce(SharingPolicies settled)
{
    private volatile ActivatedPolicies state = new(settled, [], []);

    /// <summary>What they are now. Ask once where two answers must agree.</summary>
    public SharingPolicies Now => state.Policies;

    /// <summary>Those of the settings, which stand whatever was approved.</summary>
    public SharingPolicies Settled => settled;

    /// <summary>What was approved and this release cannot read: the set before it decides.</summary>
    public IReadOnlyList<PolicyActivationRow> Refused => state.Refused;

    /// <summary>Whether something has been approved since it was last taken. Cheap: asked every few seconds.</summary>
    public bool IsBehind(ReadScope scope) => !scope.ActivationIds().SequenceEqual(state.Ids);

    /// <summary>What there is by now; nothing changes before it is taken.</summary>
    public ActivatedPolicies Read(ReadScope scope) => ActivatedPolicies.Of(settled, Now, scope.PolicyActivations());

    public void Take(ActivatedPolicies next) => state = next;

    /// <summary>Reads and takes what is new; for a process that decides nothing.</summary>
    public void Follow(ReadScope scope)
    {
        if (IsBehind(scope))
            Take(Read(scope));
    }
}
