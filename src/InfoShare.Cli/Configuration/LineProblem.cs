namespace InfoShare.Cli.Configuration;

/// <summary>One thing wrong with a configuration.</summary>
/// <param name="Line">Where in the file, counted from 1; 0 when it is not from the file.</param>
/// <param name="Key">The key with its path: <c>retention.spool</c>; empty for the whole file.</param>
/// <param name="Problem">What is required, in lower case without a full stop.</param>
public sealed record LineProblem(int Line, string Key, string Problem)
{
    /// <summary><c>line 12: retention.spool: must be …</c></summary>
    public override string ToString() =>
        (Line > 0 ? $"line {Line}: " : "") + (Key.Length > 0 ? $"{Key}: " : "") + Problem;
}
