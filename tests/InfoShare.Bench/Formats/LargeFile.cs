using InfoShare.Contracts.Codes;

namespace InfoShare.Bench.Formats;

/// <summary>An invented file of any number of rows, of a format that may be large.</summary>
/// <param name="Format">What it is called in the results.</param>
/// <param name="Name">Its name in the folder.</param>
/// <param name="Kind">Whose system writes it.</param>
/// <param name="From">The organisation.</param>
internal abstract record LargeFile(string Format, string Name, AgencyKind Kind, OrganisationSource From)
{
    /// <summary>The day on which all of them are read.</summary>
    public static DateOnly Today { get; } = new(2026, 11, 20);

    /// <summary>Of so many children one has something new to tell.</summary>
    protected const int Ten = 10;

    public static IReadOnlyList<LargeFile> All { get; } = [new MarksFile(), new SummariesFile(), new EpisodesFile(), new CensusFile()];

    /// <summary>How many records the rows are.</summary>
    public virtual int Records(int rows) => rows;

    public abstract void Write(TextWriter text, int rows);
}
