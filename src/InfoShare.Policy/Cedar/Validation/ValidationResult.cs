namespace InfoShare.Policy.Cedar.Validation;

/// <summary>What validation found in policies.</summary>
/// <param name="Errors">Why they are not valid, each once, in the order of the policies and their text.</param>
/// <param name="Warnings">What is valid but hardly meant: a policy that can never apply.</param>
public sealed record ValidationResult(IReadOnlyList<ValidationFinding> Errors, IReadOnlyList<ValidationFinding> Warnings)
{
    /// <summary>Whether no policy can fail for the type of a value, on requests and entities that conform to the schema.</summary>
    public bool IsValid => Errors.Count == 0;
}
