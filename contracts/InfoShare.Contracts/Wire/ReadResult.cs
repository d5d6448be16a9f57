namespace InfoShare.Contracts.Wire;

/// <summary>What came of reading an input: the value, or everything wrong with it.</summary>
/// <typeparam name="T">What was to be read.</typeparam>
/// <param name="Value">The value; null when there are problems.</param>
/// <param name="Problems">What is wrong; empty when there is a value.</param>
public sealed record ReadResult<T>(T? Value, IReadOnlyList<FieldProblem> Problems) where T : class;

/// <summary>Makes <see cref="ReadResult{T}"/>s.</summary>
public static class ReadResult
{
    /// <summary>Reading succeeded.</summary>
    public static ReadResult<T> Ok<T>(T value) where T : class => new(value, []);

    /// <summary>Reading failed.</summary>
    public static ReadResult<T> Bad<T>(params IReadOnlyList<FieldProblem> problems) where T : class => new(null, problems);

    /// <summary>Reading failed for one reason.</summary>
    public static ReadResult<T> Bad<T>(string field, string problem) where T : class => new(null, [new(field, problem)]);
}
