namespace InfoShare.Policy.Cedar.Syntax;

/// <summary>Policies that belong together, as they are stored.</summary>
/// <param name="Policies">Policies and templates.</param>
/// <param name="Links">What is made of the templates.</param>
public sealed record PolicySource(IReadOnlyList<CedarPolicy> Policies, IReadOnlyList<TemplateLink> Links);
