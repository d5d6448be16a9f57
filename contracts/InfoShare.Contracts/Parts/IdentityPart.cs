using InfoShare.Contracts.Wire;

namespace InfoShare.Contracts.Parts;

/// <summary>Who the child is. At most one of date of birth and expected date of birth is set.</summary>
public sealed record IdentityPart
{
    /// <summary>Numbers and ids, each in its own system. A bad number is kept and marked, never a reason to refuse the message.</summary>
    [Items(20)]
    public IReadOnlyList<Identifier> Identifiers { get; init; } = [];

    /// <summary>Names in use now or before; the first is the usual one.</summary>
    [Items(20)]
    public IReadOnlyList<PersonName> Names { get; init; } = [];

    /// <summary>Day of birth, <c>yyyy-MM-dd</c>.</summary>
    public DateOnly? DateOfBirth { get; init; }

    /// <summary>For an unborn child: the day it is expected.</summary>
    public DateOnly? ExpectedDateOfBirth { get; init; }

    /// <summary>Day of death, if the child has died.</summary>
    public DateOnly? DateOfDeath { get; init; }

    /// <summary>Sex. Source: CIN census <c>Sex</c> (2024-25 on): F, M, U.</summary>
    public Sex? Sex { get; init; }

    /// <summary>Language, interpreter, Makaton and the like, in plain words.</summary>
    [Items(10), Text(200)]
    public IReadOnlyList<string> CommunicationNeeds { get; init; } = [];

    /// <summary>Source: CIN census <c>Disability</c>: NONE MOB HAND PC INC COMM LD HEAR VIS BEH CON AUT DDA.</summary>
    [Items(15, Pattern = "^(NONE|MOB|HAND|PC|INC|COMM|LD|HEAR|VIS|BEH|CON|AUT|DDA)$")]
    public IReadOnlyList<string> Disabilities { get; init; } = [];
}

/// <summary>One number or id of a person.</summary>
public sealed record Identifier
{
    /// <summary>Whose number it is.</summary>
    public required IdentifierSystem System { get; init; }

    /// <summary>The number as given, without spaces. At most 40 characters.</summary>
    [Text(40)]
    public required string Value { get; init; }

    /// <summary>What is known of its correctness. The receiver of a message checks the check digit again.</summary>
    public IdentifierStatus? Status { get; init; }
}

/// <summary>Whose number an identifier is.</summary>
public enum IdentifierSystem
{
    /// <summary>NHS number: 10 digits, modulus 11. Source: NHS Data Dictionary.</summary>
    NhsNumber = 1,

    /// <summary>
    /// An NHS number that the child had before, and that the issuer has replaced. Not of an adopted child, whose old number must lead to nobody.
    /// </summary>
    FormerNhsNumber,

    /// <summary>Unique pupil number: 13 characters with a check letter. Source: DfE UPN guide; CIN census rules 1510–1550.</summary>
    Upn,

    /// <summary>A unique pupil number that the child had before.</summary>
    FormerUpn,

    /// <summary>The child's id in the local authority's case system. Source: CIN census <c>LAchildID</c>.</summary>
    LaChildId,

    /// <summary>The sender's own record number for the child. Makes the partition key.</summary>
    Local,
}

/// <summary>What is known of an identifier.</summary>
public enum IdentifierStatus
{
    /// <summary>Present and verified with the issuer.</summary>
    Verified = 1,

    /// <summary>Present, not verified.</summary>
    Present,

    /// <summary>Its check digit or form is wrong: kept as evidence, not used to find the child.</summary>
    CheckFailed,
}

/// <summary>Sex as the CIN census codes it.</summary>
public enum Sex
{
    /// <summary>F.</summary>
    Female = 1,

    /// <summary>M.</summary>
    Male,

    /// <summary>U: not recorded, unknown, indeterminate, or unborn.</summary>
    Unknown,
}

/// <summary>A name of a person.</summary>
public sealed record PersonName
{
    /// <summary>Family name; absent when not known.</summary>
    [Text(100)]
    public string? Family { get; init; }

    /// <summary>Given names in order.</summary>
    [Items(10), Text(100)]
    public IReadOnlyList<string> Given { get; init; } = [];

    /// <summary>What the name is for; usual unless said.</summary>
    public NameUse? Use { get; init; }
}

/// <summary>What a name is for.</summary>
public enum NameUse
{
    /// <summary>On official papers.</summary>
    Official = 1,

    /// <summary>The name the person goes by.</summary>
    Usual,

    /// <summary>Not in use any more.</summary>
    Former,
}
