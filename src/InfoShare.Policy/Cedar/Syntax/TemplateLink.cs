using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Cedar.Syntax;

/// <summary>Makes a policy of a template.</summary>
/// <remarks>Cedar documentation, "Cedar policy templates".</remarks>
/// <param name="TemplateId">The template's id.</param>
/// <param name="Id">The policy's id.</param>
/// <param name="Principal">What fills <c>?principal</c>; null where the template has no such slot.</param>
/// <param name="Resource">What fills <c>?resource</c>; null where the template has no such slot.</param>
public sealed record TemplateLink(string TemplateId, string Id, EntityUid? Principal, EntityUid? Resource)
{
    /// <summary>The policy; or what does not fit: a slot not filled, or filled and not there.</summary>
    public (CedarPolicy? Policy, string? Problem) Apply(CedarPolicy template)
    {
        if (template.Principal.HasSlot != Principal is not null)
            return (null, Misfit(template, "?principal", Principal));
        if (template.Resource.HasSlot != Resource is not null)
            return (null, Misfit(template, "?resource", Resource));
        return (template with { Id = Id, Principal = Filled(template.Principal, Principal), Resource = Filled(template.Resource, Resource) }, null);
    }

    private string Misfit(CedarPolicy template, string slot, EntityUid? entity) =>
        entity is null ? $"the link `{Id}` does not fill `{slot}` of the template `{template.Id}`" : $"the template `{template.Id}` has no slot `{slot}` for the link `{Id}`";

    private static ScopeConstraint Filled(ScopeConstraint constraint, EntityUid? entity) => constraint switch
    {
        ScopeConstraint.Equal { Entity: null } c => c with { Entity = entity },
        ScopeConstraint.In { Entity: null } c => c with { Entity = entity },
        ScopeConstraint.IsIn { Entity: null } c => c with { Entity = entity },
        _ => constraint,
    };
}
