namespace InfoShare.Policy.Cedar.Values;

/// <summary>A length of time, possibly negative.</summary>
public sealed record CedarDuration(long Milliseconds) : CedarValue
{
    public override string TypeName => "duration";
}
