namespace InfoShare.Adapters.SocialCare.Cin;

/// <summary>How much of a census is read. The largest authorities' files have some 20,000 children and stay below half of each.</summary>
public static class CinLimits
{
    /// <summary>Bytes of a file: 32 MiB.</summary>
    public const int Bytes = 32 * 1024 * 1024;

    /// <summary>Levels of nesting; the census itself has seven.</summary>
    public const int Depth = 64;

    /// <summary>Bytes from one <c>&lt;</c> to the next: 64 KiB. Bounds texts, and attributes, which the XML reader itself does not.</summary>
    public const int BytesOfTag = 64 * 1024;

    /// <summary>Elements below <c>Children</c> that are children or episodes.</summary>
    public const int Records = 200_000;

    /// <summary>Elements of one child.</summary>
    public const int ElementsOfChild = 10_000;
}
