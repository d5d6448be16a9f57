using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Cedar.Evaluation;

/// <summary>What an expression evaluates to: a value, or why there is none. One of the two is there.</summary>
internal readonly record struct Evaluated(CedarValue? Value, string? Error)
{
    public static readonly Evaluated True = CedarBool.True;
    public static readonly Evaluated False = CedarBool.False;

    /// <summary>Whether it is the value true.</summary>
    public bool IsTrue => ReferenceEquals(Value, CedarBool.True);

    /// <summary>Whether it is the value false.</summary>
    public bool IsFalse => ReferenceEquals(Value, CedarBool.False);

    public static implicit operator Evaluated(CedarValue value) => new(value, null);

    public static Evaluated Of(bool value) => value ? True : False;

    public static Evaluated Failed(string error) => new(null, error);

    /// <summary>A value of the wrong type; or the error that already is.</summary>
    /// <param name="expected">In Cedar's words: <c>bool</c>, <c>set</c>.</param>
    public Evaluated NotA(string expected) => Value is null ? this : WrongType(Value, expected);

    /// <param name="expected">In Cedar's words.</param>
    public static Evaluated WrongType(CedarValue value, string expected) => Failed($"type error: expected {expected}, got {value.TypeName}");

    /// <summary>Itself where it is a boolean or an error.</summary>
    public Evaluated AsBool() => Value is CedarBool ? this : NotA("bool");
}

/// <summary>A compiled expression.</summary>
internal delegate Evaluated Evaluator(RequestView request);
