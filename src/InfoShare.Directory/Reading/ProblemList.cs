namespace InfoShare.Directory;

/// <summary>The problems found so far. Keeps the first thousand: a file with more is not mended line by line.</summary>
internal sealed class ProblemList
{
    public const int Most = 1000;

    private readonly List<DirectoryProblem> problems = [];

    public void Add(int line, string field, string problem)
    {
        if (problems.Count < Most)
            problems.Add(new(line, field, problem));
    }

    public IReadOnlyList<DirectoryProblem> ByLine() => [.. problems.OrderBy(p => p.Line)];
}
