using InfoShare.Policy.Cedar.Syntax;

namespace InfoShare.Policy.Sets;

/// <summary>One policy of a set, with what its annotations say.</summary>
/// <param name="File">Where it is written.</param>
public sealed record SharingRule(CedarPolicy Policy, string File)
{
    /// <summary>Permanent: it lives in the audit trail for years.</summary>
    public string Id => Policy.Id;

    /// <summary>Whether it permits; otherwise it forbids.</summary>
    public bool Permits => Policy.Effect is Effect.Permit;

    /// <summary>The reason in plain words, as a recipient may read it.</summary>
    public string Because { get; } = Policy.Annotated("because") ?? "";

    /// <summary>Of a permit: codes of <see cref="LawfulBasis"/>.</summary>
    public IReadOnlyList<string> Basis { get; } = Words(Policy.Annotated("basis"));

    /// <summary>Of a permit: what the recipient must do or not do. <see cref="Obligations"/>.</summary>
    public IReadOnlyList<string> Obligations { get; } = Words(Policy.Annotated("obligation"));

    /// <summary>Of a forbid: the coarse code that the sender is told.</summary>
    public string Code { get; } = Policy.Annotated("code") ?? WithheldCodes.Restricted;

    private static string[] Words(string? text) => text?.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries) ?? [];
}
