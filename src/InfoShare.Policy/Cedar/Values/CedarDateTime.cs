namespace InfoShare.Policy.Cedar.Values;

/// <summary>An instant.</summary>
/// <param name="Milliseconds">Since 1970-01-01T00:00:00Z, without leap seconds; negative before.</param>
public sealed record CedarDateTime(long Milliseconds) : CedarValue
{
    public override string TypeName => "datetime";
}
