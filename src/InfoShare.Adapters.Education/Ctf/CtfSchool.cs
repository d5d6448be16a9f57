namespace InfoShare.Adapters.Education.Ctf;

/// <summary>A school, or the authority instead of one, as the file names it.</summary>
/// <param name="Authority"><c>LEA</c>: three digits, <c>XXX</c> or <c>MMM</c>; null when there is none of these.</param>
/// <param name="Estab">The DfE's four characters within the authority: <c>9998</c>, <c>LLLL</c> for the authority itself.</param>
/// <param name="Urn">Unique reference number, six digits. Source: GIAS. In files since version 18.</param>
internal sealed record CtfSchool(string? Authority, string? Estab, string? Urn)
{
    private const string NotKnown = "XXX";
    private const string OutOfSector = "MMM";

    public static CtfSchool Read(CtfFields fields)
    {
        var authority = Capitals(fields, "LEA", IsAuthority, "must be the authority's three-digit DfE code, XXX or MMM");
        var estab = Capitals(fields, "Estab", e => e.Length is 4, "must be four characters");
        var urn = Capitals(fields, "URN", u => u.Length is 6 && u.All(char.IsAsciiDigit), "must be six digits");
        return new(authority, estab, urn);
    }

    /// <summary>Nobody knows where to: <c>XXX</c>, or nothing that can be read.</summary>
    public bool IsUnknown => !IsOutOfSector && (Authority is NotKnown || (Authority is null && Urn is null));

    /// <summary>Outside the publicly funded sector, or abroad: <c>MMM</c>.</summary>
    public bool IsOutOfSector => Authority is OutOfSector || Estab is "MMMM";

    /// <summary>The authority itself speaks or receives.</summary>
    public bool IsAuthorityItself => Estab is "LLLL";

    /// <summary>Authority and estab together, as file names and people write them: <c>9429998</c>; null when one is missing.</summary>
    public string? Number => Authority is not null && Estab is not null ? Authority + Estab : null;

    /// <summary>By URN where both have one, because authority and estab change when an authority is reorganised.</summary>
    public bool IsSameAs(CtfSchool other) => Urn is not null && other.Urn is not null
        ? Urn == other.Urn
        : (Authority, Estab) == (other.Authority, other.Estab);

    private static bool IsAuthority(string text) => text.Length is 3 && (text.All(char.IsAsciiDigit) || text is NotKnown or OutOfSector);

    private static string? Capitals(CtfFields fields, string name, Func<string, bool> good, string required)
    {
        var text = fields.Text(name)?.ToUpperInvariant();
        if (text is null || good(text))
            return text;
        fields.Mark(name, required);
        return null;
    }
}
