using InfoShare.Adapters.Translation;

namespace InfoShare.Adapters.Education.Ctf;

/// <summary>A looked-after child. Versions differ in where they say it: below the pupil, or below <c>BasicDetails</c>.</summary>
/// <param name="Authority">GSS code of the authority that looks after the child; null when unknown.</param>
internal sealed record CtfCare(string? Authority)
{
    /// <summary>Null when neither place says that the child is in care.</summary>
    public static CtfCare? Read(CtfFields pupil)
    {
        CtfFields[] places = [pupil.Block("LookedAfter"), pupil.Block("BasicDetails").Block("LookedAfter")];
        return Array.Find(places, place => place.Flag("InCare") is true) is { } care ? new(AuthorityOf(care)) : null;
    }

    private static string? AuthorityOf(CtfFields care)
    {
        var code = care.Text("CareAuthority");
        var authority = AuthorityCodes.Gss(code);
        if (code is not null && authority is null)
            care.Mark("CareAuthority", "must be the DfE code of an authority that this release knows");
        return authority;
    }
}
