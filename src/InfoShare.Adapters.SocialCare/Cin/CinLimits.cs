namespace InfoShare.Adapters.SocialCare.Cin;

/// <summary>How much of a census is held at once. Children are as many as the file has: one is held at a time.</summary>
public static class CinLimits
{
    /// <summary>Levels of nesting; the census itself has seven.</summary>
    public const int Depth = 64;

    /// <summary>Bytes from one <c>&lt;</c> to the next: 64 KiB. Bounds texts, and attributes, which the XML reader itself does not.</summary>
    public const int BytesOfTag = 64 * 1024;

    /// <summary>Different names of elements and attributes; the census itself has some eighty.</summary>
    public const int Names = 2_000;

    /// <summary>Bytes of one child: 8 MiB.</summary>
    public const int BytesOfChild = 8 * 1024 * 1024;

    /// <summary>Elements of one child.</summary>
    public const int ElementsOfChild = 10_000;
}
