namespace InfoShare.Adapters.Education.Ctf;

/// <summary>How much of a Common Transfer File is read. A large school's whole roll stays below half of each.</summary>
public static class CtfLimits
{
    /// <summary>Bytes of a file: 32 MiB.</summary>
    public const int Bytes = 32 * 1024 * 1024;

    /// <summary>Levels of nesting; the file itself has eight.</summary>
    public const int Depth = 64;

    /// <summary>Bytes from one <c>&lt;</c> to the next: 64 KiB. Bounds texts, and attributes, which the XML reader itself does not.</summary>
    public const int BytesOfTag = 64 * 1024;

    /// <summary>Pupils of a file.</summary>
    public const int Pupils = 50_000;

    /// <summary>Elements of the header, and of one pupil.</summary>
    public const int Elements = 20_000;
}
