namespace InfoShare.Policy.Cedar.Values;

/// <summary>A value of Cedar. Two are equal when Cedar's <c>==</c> says so.</summary>
/// <remarks>Cedar documentation, "Data types supported by Cedar".</remarks>
public abstract record CedarValue
{
    private protected CedarValue() { }

    /// <summary>Cedar's own name of the type, as in its error messages.</summary>
    public abstract string TypeName { get; }
}

/// <summary>true or false; there is one object of each.</summary>
public sealed record CedarBool : CedarValue
{
    public static readonly CedarBool True = new(true);
    public static readonly CedarBool False = new(false);

    private CedarBool(bool value) => Value = value;

    public bool Value { get; }

    public override string TypeName => "bool";

    public static CedarBool Of(bool value) => value ? True : False;
}

/// <summary>A 64-bit integer.</summary>
public sealed record CedarLong(long Value) : CedarValue
{
    public override string TypeName => "long";

    public bool Equals(CedarLong? other) => other is not null && Value == other.Value;

    public override int GetHashCode() => HashCode.Combine(Value);
}

/// <summary>Unicode text.</summary>
public sealed record CedarString(string Value) : CedarValue
{
    public override string TypeName => "string";

    public bool Equals(CedarString? other) => other is not null && Value == other.Value;

    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);
}
