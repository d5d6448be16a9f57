namespace InfoShare.Policy;

/// <summary>
/// One rule. Its id lives in the audit trail for years: never rename one; retire it and add another.
/// </summary>
/// <param name="Id">Permanent, kebab-case.</param>
/// <param name="Applies">Whether the rule has something to say of these facts. Pure.</param>
/// <param name="Basis">For a ground: lawful basis, special-category condition, gateway and confidentiality ground. Empty for a prohibition.</param>
/// <param name="Obligations">What the recipient must then do or not do.</param>
/// <param name="Code">For a prohibition: the coarse code for the sender.</param>
public sealed record Rule(
    string Id, Func<SharingFacts, bool> Applies, string[] Basis, string[] Obligations, string Code = WithheldCodes.Restricted);
