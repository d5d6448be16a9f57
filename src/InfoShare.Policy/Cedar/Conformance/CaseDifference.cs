namespace InfoShare.Policy.Cedar.Conformance;

/// <summary>Where the engine is not as a case says that Cedar is.</summary>
/// <param name="Request">The request's name; null where it is about the case: its validation, or that it cannot be read.</param>
/// <param name="What">In words: what was expected and what was found.</param>
public sealed record CaseDifference(string Case, string? Request, string What)
{
    public override string ToString() => Request is null ? $"{Case}: {What}" : $"{Case}: {Request}: {What}";
}
