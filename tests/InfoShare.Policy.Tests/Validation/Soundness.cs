namespace InfoShare.Policy.Tests.Validation;

/// <summary>What Cedar proves of its validator.</summary>
/// <remarks>Cedar's specification, <c>validation_is_sound</c>: the errors that remain possible. Extension functions take only literals that are checked beforehand.</remarks>
internal static class Soundness
{
    /// <summary>Whether a valid policy may fail like this, on a request and entities that conform.</summary>
    public static bool IsAllowed(string message) =>
        message.Contains("overflow", StringComparison.Ordinal) || message.Contains("does not exist", StringComparison.Ordinal);
}
