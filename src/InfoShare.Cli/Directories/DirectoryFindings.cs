using InfoShare.Directory;

namespace InfoShare.Cli.Directories;

/// <summary>What is to be said about a directory file.</summary>
/// <param name="Lines">For people.</param>
/// <param name="Problems">For programs; empty for a good file.</param>
public sealed record DirectoryFindings(IReadOnlyList<string> Lines, IReadOnlyList<DirectoryFinding> Problems)
{
    /// <summary>What is to be said about this text.</summary>
    public static DirectoryFindings Of(string yaml)
    {
        var reading = DirectoryFile.Read(yaml);
        return new([.. DirectoryReport.Lines(reading)], [.. reading.Problems.Select(p => new DirectoryFinding(p.Line, p.Field, p.Problem))]);
    }
}

/// <summary>One thing wrong with a directory file.</summary>
/// <param name="Line">Where, counted from 1.</param>
/// <param name="Field">The field; empty for the whole file.</param>
/// <param name="Problem">What is wrong.</param>
public sealed record DirectoryFinding(int Line, string Field, string Problem);
