using InfoShare.Policy.Cedar.Schema;
using InfoShare.Policy.Cedar.Syntax.Printing;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Cedar.Validation;

/// <summary>One kind of request that a schema allows.</summary>
/// <param name="Principal">The entity type of who asks.</param>
/// <param name="Resource">The entity type of what it is asked of.</param>
public sealed record RequestEnvironment(string Principal, EntityUid Action, string Resource, CedarType.RecordType Context)
{
    public override string ToString() => $"`{Principal}` for `{Quoted.Entity(Action)}` on `{Resource}`";
}
