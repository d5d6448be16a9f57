namespace InfoShare.Directory;

/// <summary>What came of reading an ONS Postcode Directory: the postcodes, or what is wrong with the file.</summary>
public sealed record PostcodeReading
{
    /// <summary>Unknown codes that are named; a file of something else could have any number.</summary>
    public const int MostNamed = 20;

    /// <summary>Null when the file cannot be used.</summary>
    public Postcodes? Postcodes { get; init; }

    /// <summary>What is wrong with it; never a value of it but a name from its heading.</summary>
    public string? Problem { get; init; }

    /// <summary>Rows below the heading.</summary>
    public int Rows { get; init; }

    /// <summary>Rows that are kept; with those skipped, all.</summary>
    public int Kept => Postcodes?.Count ?? 0;

    /// <summary>Of those kept, postcodes that are no longer in use: earlier addresses have them.</summary>
    public int Terminated { get; init; }

    /// <summary>Rows that are not kept, by reason; a reason that does not occur is left out.</summary>
    public IReadOnlyDictionary<SkippedPostcode, int> Skipped { get; init; } = new Dictionary<SkippedPostcode, int>();

    /// <summary>GSS codes that this release does not know, sorted, the first <see cref="MostNamed"/>.</summary>
    public IReadOnlyList<string> UnknownCodes { get; init; } = [];
}
