namespace InfoShare.Policy.Cedar.Evaluation;

/// <summary>True, false, or an error.</summary>
/// <param name="Value">Null exactly where there is an error.</param>
public readonly record struct TraceOutcome(bool? Value, string? Error)
{
    public bool IsTrue => Value is true;

    public bool IsFalse => Value is false;

    internal static TraceOutcome Of(Evaluated evaluated) => evaluated.Value is null ? new(null, evaluated.Error) : new(evaluated.IsTrue, null);
}
