namespace InfoShare.Contracts.Wire;

/// <summary>One thing wrong with an input: which field, and what is required of it. Never the value, which may identify a child.</summary>
/// <param name="Field">A path in the input's own words, such as <c>data.parts.identity.dateOfBirth</c>; empty for the whole.</param>
/// <param name="Problem">What is required, in lower case without a full stop.</param>
public sealed record FieldProblem(string Field, string Problem)
{
    /// <summary>The field and the problem on one line.</summary>
    public override string ToString() => Field.Length == 0 ? Problem : $"{Field}: {Problem}";
}
