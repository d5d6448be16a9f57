namespace InfoShare.Policy.Cedar.Syntax;

/// <summary>One policy, or one template: a policy whose scope has slots that a link fills.</summary>
/// <remarks>Cedar documentation, "Basic policy construction in Cedar" and "Cedar policy templates".</remarks>
/// <param name="Id">Unique in its set.</param>
/// <param name="Annotations">In the order written. They never change what is decided.</param>
/// <param name="Principal">Who asks.</param>
/// <param name="Action">For what: any, one, or one of several and what is below them.</param>
/// <param name="Resource">Of what.</param>
/// <param name="Conditions">All must hold. Evaluated in this order, and none after the first that does not hold.</param>
public sealed record CedarPolicy(
    string Id,
    Effect Effect,
    IReadOnlyList<Annotation> Annotations,
    ScopeConstraint Principal,
    ScopeConstraint Action,
    ScopeConstraint Resource,
    IReadOnlyList<Condition> Conditions,
    SourceSpan Span)
{
    /// <summary>Whether it has a slot: it then decides nothing until it is linked.</summary>
    public bool IsTemplate => Principal.HasSlot || Resource.HasSlot;

    /// <summary>The annotation's value, empty where it was written without one; null where there is none.</summary>
    public string? Annotated(string name) => Annotations.FirstOrDefault(a => a.Name == name)?.Value;
}

/// <summary>What a policy does when it is satisfied. A forbid that is satisfied outweighs every permit.</summary>
public enum Effect
{
    /// <summary>Allows.</summary>
    Permit,

    /// <summary>Denies.</summary>
    Forbid,
}

/// <summary>A note on a policy: <c>@name("value")</c>.</summary>
public sealed record Annotation(string Name, string Value);

/// <summary><c>when { body }</c> or <c>unless { body }</c>.</summary>
public sealed record Condition(ConditionKind Kind, Expr Body, SourceSpan Span);

/// <summary>How a condition's body counts.</summary>
public enum ConditionKind
{
    /// <summary>It must be true.</summary>
    When,

    /// <summary>It must be false.</summary>
    Unless,
}
