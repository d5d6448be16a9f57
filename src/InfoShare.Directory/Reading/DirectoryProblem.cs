namespace InfoShare.Directory;

/// <summary>One thing wrong with a directory file, in words that the person who keeps the file understands.</summary>
/// <param name="Line">Where, counted from 1.</param>
/// <param name="Field">A path in the file's own words, counted from 0: <c>posts[3].deputy</c>; empty for the whole file.</param>
/// <param name="Problem">What is wrong, in lower case without a full stop.</param>
public sealed record DirectoryProblem(int Line, string Field, string Problem)
{
    /// <summary><c>line 41: posts[3].deputy: there is no post with this id</c>.</summary>
    public override string ToString() => Field.Length == 0 ? $"line {Line}: {Problem}" : $"line {Line}: {Field}: {Problem}";
}
